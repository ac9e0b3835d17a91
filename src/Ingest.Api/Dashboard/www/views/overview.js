import { get } from '../parts/api.js';
import { daysAsked, everyDay } from '../parts/days.js';
import { h } from '../parts/dom.js';
import { csv } from '../parts/download.js';
import { counted, DAY, range, toDate, toTime } from '../parts/format.js';
import { overviewAt, peopleAt } from '../parts/links.js';
import { growing } from '../parts/more.js';
import { quoteItem } from '../parts/quote.js';
import { ranked } from '../parts/ranked.js';
import { empty } from '../parts/states.js';
import { timeline } from '../chart/timeline.js';
import { beginning } from './beginning.js';

/** `#/?from=&to=`: articles and quotes over time, who was quoted most, the newest quotes; all of it or a range of days. */
export async function overview({ query, signal }) {
  const asked = daysAsked(query);
  const quotesOf = (next) => get('quotes', { ...asked, size: 10, next }, signal);
  const [days, people, quotes] = await Promise.all([
    everyDay(signal),
    get('summaries/speakers', { ...asked, order: 'quotes', size: 12 }, signal),
    quotesOf(),
  ]);
  if (days.length === 0) return { title: 'Overview', node: beginning() };

  const whole = { from: days[0].date, to: days.at(-1).date };
  const from = asked.from ?? whole.from;
  const to = asked.to ?? whole.to;
  const inside = days.filter((day) => day.date >= from && day.date <= to);
  const sum = (what) => inside.reduce((total, day) => total + day[what], 0);
  const narrowed = asked.from || asked.to;

  const node = h('div.overview', {},
    h('header.page-head', {},
      h('p.kicker', {}, narrowed ? 'A range of days' : 'All that is stored'),
      h('h1', {}, `${counted(sum('quotes'), 'quote')} in ${counted(sum('articles'), 'article')}`),
      h('p.standfirst', {}, `${range(from, to)}, ${counted(inside.length, 'day')} with articles`)),
    h('section', { 'aria-label': 'Over time' },
      timeline({ days, first: from < to ? from : to, last: to, label: 'Quotes and articles', rangeAt: (first, last) => overviewAt({ from: first, to: last }) }),
      choices(whole, asked, from, to)),
    h('div.columns', {},
      h('section', { 'aria-labelledby': 'most-quoted' },
        h('h2', { id: 'most-quoted' }, 'Most quoted'),
        people.items.length ? ranked(people.items) : empty('Nobody is quoted by name in these days.'),
        people.next && h('p.onward', {}, h('a', { href: peopleAt({ ...asked, order: 'quotes' }) }, 'All speakers'))),
      h('section', { 'aria-labelledby': 'newest' },
        h('h2', { id: 'newest' }, narrowed ? 'Newest quotes of these days' : 'Newest quotes'),
        quotes.items.length
          ? [growing({ first: quotes, load: quotesOf, row: (quote) => quoteItem(quote), one: 'quote', list: h('ol.quotes') }), csv('quotes', asked, 'quotes')]
          : empty('There are articles, and no quotes were found in them.'))));
  return { title: narrowed ? range(from, to) : 'Overview', node };
}

/** Ranges that people ask for, and any other by its two days. */
function choices(whole, asked, from, to) {
  const back = (days) => {
    const start = toDate(toTime(whole.to) - (days - 1) * DAY);
    return start > whole.from ? { from: start, to: whole.to } : null;
  };
  const link = (name, values) => values && h('a.chip', {
    href: overviewAt(values),
    'aria-current': (values.from ?? undefined) === asked.from && (values.to ?? undefined) === asked.to ? 'true' : null,
  }, name);
  const day = (id, label, value) => [h('label', { for: id }, label), h('input', { id, name: id, type: 'date', value, min: whole.from, max: whole.to, required: true })];
  return h('div.choices', {},
    h('div.chips', { role: 'group', 'aria-label': 'Range of days' },
      link('All', {}), link('Last year', back(365)), link('Last 90 days', back(90)), link('Last 30 days', back(30))),
    h('form.range', {
      onsubmit: (event) => {
        event.preventDefault();
        const [first, last] = ['from', 'to'].map((name) => event.target.elements[name].value).sort();
        location.hash = overviewAt({ from: first, to: last });
      },
    }, day('from', 'From', from), day('to', 'to', to), h('button', {}, 'Show')));
}
