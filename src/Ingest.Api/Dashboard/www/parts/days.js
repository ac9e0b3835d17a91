import { everyPage } from './api.js';

/** Every day that holds articles, oldest first, with its totals. The browser's cache answers for what has not changed. */
export async function everyDay(signal) {
  const days = [];
  await everyPage('summaries/dates', { size: 1000 }, signal, (items) => days.push(...items));
  return days.reverse();
}
