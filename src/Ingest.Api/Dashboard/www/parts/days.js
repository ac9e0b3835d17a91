import { everyPage } from './api.js';
import { isDate } from './format.js';

/** Every day that holds articles, oldest first, with its totals. The browser's cache answers for what has not changed. */
export async function everyDay(signal) {
  const days = [];
  await everyPage('summaries/dates', { size: 1000 }, signal, (items) => days.push(...items));
  return days.reverse();
}

/** The range of days in an address's query; a bound that is no day is none. */
export function daysAsked(query) {
  const given = (name) => (isDate(query.get(name)) ? query.get(name) : undefined);
  return { from: given('from'), to: given('to') };
}
