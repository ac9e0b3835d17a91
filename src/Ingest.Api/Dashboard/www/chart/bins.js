import { DAY, toDate, toTime } from '../parts/format.js';

/** @typedef {{first: string, last: string, articles: number, quotes: number}} Bin days `first` to `last`, both in it */

const units = ['day', 'week', 'month', 'year'];

/** The first day of the unit that a day is in; weeks start on Monday. */
function startOf(unit, time) {
  const date = new Date(time);
  if (unit === 'week') return time - ((date.getUTCDay() + 6) % 7) * DAY;
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  if (unit === 'year') return Date.UTC(date.getUTCFullYear(), 0);
  return time;
}

function nextOf(unit, time) {
  const date = new Date(time);
  if (unit === 'week') return time + 7 * DAY;
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + 1, 0);
  return time + DAY;
}

const about = { day: 1, week: 7, month: 30.4, year: 365.2 };

/**
 * Days summed up into at most about `most` bins of equal unit, empty ones included, so that the axis is true to time.
 *
 * @param {{date: string, articles: number, quotes: number}[]} days in any order
 * @param {string} first first day shown
 * @param {string} last last day shown
 * @returns {{unit: string, bins: Bin[]}}
 */
export function bins(days, first, last, most = 120) {
  const start = toTime(first);
  const end = toTime(last);
  const span = (end - start) / DAY + 1;
  const unit = units.find((each) => span / about[each] <= most) ?? 'year';

  const found = new Map();
  for (let time = startOf(unit, start); time <= end; time = nextOf(unit, time)) {
    found.set(time, { first: toDate(Math.max(time, start)), last: toDate(Math.min(nextOf(unit, time) - DAY, end)), articles: 0, quotes: 0 });
  }
  for (const day of days) {
    const time = toTime(day.date);
    if (!(time >= start && time <= end)) continue;
    const bin = found.get(startOf(unit, time));
    bin.articles += day.articles;
    bin.quotes += day.quotes;
  }
  return { unit, bins: [...found.values()] };
}
