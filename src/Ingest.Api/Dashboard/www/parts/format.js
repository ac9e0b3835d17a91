const locale = 'en-GB';
const integers = new Intl.NumberFormat(locale);
const utc = (options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
const long = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const short = utc({ day: 'numeric', month: 'short', year: 'numeric' });
const month = utc({ month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** Milliseconds in a day. Days are UTC all through: an article's date has no zone. */
export const DAY = 86_400_000;

export const number = (value) => integers.format(value);
export const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** `2026-01-03` to milliseconds; NaN for anything else. */
export const toTime = (date) => (/^\d{4}-\d\d-\d\d$/.test(date ?? '') ? Date.parse(`${date}T00:00:00Z`) : NaN);
export const toDate = (time) => new Date(time).toISOString().slice(0, 10);
// Browsers take 30 February for 2 March.
export const isDate = (date) => !Number.isNaN(toTime(date)) && toDate(toTime(date)) === date;

export const longDate = (date) => long.format(toTime(date));
export const shortDate = (date) => short.format(toTime(date));
export const monthOf = (date) => month.format(toTime(date));
export const atTime = (instant) => moment.format(new Date(instant));

/** One day, or the two ends of a range. */
export function range(first, last) {
  return first === last ? shortDate(first) : utc({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(toTime(first), toTime(last));
}

const sizes = ['bytes', 'KB', 'MB', 'GB'];

/** Bytes for people: `812 bytes`, `1.4 MB`. */
export function size(bytes) {
  let unit = 0;
  while (bytes >= 1000 && unit < sizes.length - 1) {
    bytes /= 1000;
    unit++;
  }
  return `${unit === 0 ? bytes : bytes.toFixed(1)} ${sizes[unit]}`;
}
