import { get, Problem } from '../parts/api.js';
import { everyDay } from '../parts/days.js';
import { h } from '../parts/dom.js';
import { counted, isDate, longDate, number, shortDate } from '../parts/format.js';
import { articleCard } from '../parts/card.js';
import { dayAt, overviewAt } from '../parts/links.js';
import { growing } from '../parts/more.js';
import { ranked } from '../parts/ranked.js';
import { empty } from '../parts/states.js';
import { types } from '../parts/types.js';

const peopleShown = 15;

/** `#/day/2026-01-03`: totals, sources, speakers as bars, articles with lede and quotes. */
export async function day({ path: [date], signal }) {
  if (!isDate(date)) throw new Problem(404, 'That is not a day.', 'An address of a day ends like 2026-01-03.');
  const load = (next) => get(`summaries/dates/${date}`, { size: 20, next }, signal);
  const found = await load().catch((error) => {
    if (error.status === 404) throw new Problem(404, `No article is dated ${longDate(date)}.`, 'The overview shows which days have any.');
    throw error;
  });
  const { totals } = found;
  const beside = h('nav.beside', { 'aria-label': 'Days beside' });
  neighbours(date, beside, signal);

  const node = h('div.day', {},
    h('header.page-head', {},
      beside,
      h('p.kicker', {}, 'A day'),
      h('h1', {}, longDate(date)),
      h('p.standfirst', {}, `${counted(totals.quotes, 'quote')} by ${counted(totals.speakers, 'named speaker')} in ${counted(totals.articles, 'article')}`),
      totals.quotes > 0 && types(totals)),
    h('div.columns', {},
      h('div', {},
        h('section', { 'aria-labelledby': 'quoted' },
          h('h2', { id: 'quoted' }, 'Who was quoted'),
          found.speakers.length ? shortened(found.speakers) : empty('Nobody is quoted by name.')),
        h('section', { 'aria-labelledby': 'sources' },
          h('h2', { id: 'sources' }, 'Sources'),
          found.sources.length
            ? h('ul.plain.facts', {}, found.sources.map((one) => h('li', {}, h('b', {}, one.source), h('span', {}, `${counted(one.articles, 'article')}, ${counted(one.quotes, 'quote')}`))))
            : empty('No article gives its address.'))),
      h('section', { 'aria-labelledby': 'articles' },
        h('h2', { id: 'articles' }, counted(totals.articles, 'article')),
        growing({ first: found.articles, load: async (next) => (await load(next)).articles, row: articleCard, one: 'article', list: h('ol.cards') }))));
  return { title: longDate(date), node };
}

/** The first few, and the rest (a day gives at most 100) on demand. */
function shortened(speakers) {
  const most = speakers[0].quotes;
  const list = ranked(speakers.slice(0, peopleShown), { most });
  const rest = speakers.slice(peopleShown);
  if (!rest.length) return list;
  const button = h('button.more', {
    onclick: () => {
      ranked(rest, { most, list });
      list.children[peopleShown].querySelector('a').focus();
      button.remove();
    },
  }, `${number(rest.length)} more`);
  return [list, button];
}

/** Links to the day before and the day after that have articles; they come when the days are known. */
async function neighbours(date, nav, signal) {
  try {
    const days = (await everyDay(signal)).map((one) => one.date);
    const before = days.findLast((one) => one < date);
    const after = days.find((one) => one > date);
    nav.append(
      before ? h('a', { href: dayAt(before), rel: 'prev' }, `← ${shortDate(before)}`) : h('span', {}),
      h('a', { href: overviewAt({ from: `${date.slice(0, 7)}-01`, to: endOfMonth(date) }) }, 'The month'),
      after ? h('a', { href: dayAt(after), rel: 'next' }, `${shortDate(after)} →`) : h('span', {}));
  } catch {
    // The day stands without them.
  }
}

function endOfMonth(date) {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
