import { get, Problem } from '../parts/api.js';
import { daysAsked } from '../parts/days.js';
import { h } from '../parts/dom.js';
import { csv } from '../parts/download.js';
import { counted, number, range } from '../parts/format.js';
import { peopleAt, personAt } from '../parts/links.js';
import { growing } from '../parts/more.js';
import { kinds, quoteItem } from '../parts/quote.js';
import { ranked } from '../parts/ranked.js';
import { empty } from '../parts/states.js';
import { types } from '../parts/types.js';
import { timeline } from '../chart/timeline.js';

const withShown = 10;

/** `#/person/ada-okonkwo?from=&to=&type=&naming=&about=1`: a speaker's roles, days, kinds of quote, company and quotes. */
export async function person({ path: [slug], query, signal }) {
  const asked = {
    ...daysAsked(query),
    type: query.get('type') in kinds ? query.get('type') : undefined,
    naming: query.get('naming')?.trim() || undefined,
    about: query.has('about') ? '1' : undefined,
  };
  const narrowed = Object.values(asked).some(Boolean);
  const whose = asked.about ? { mentions: slug } : { speaker: slug, mentions: asked.naming };
  const which = { ...whose, from: asked.from, to: asked.to, type: asked.type };
  const quotesOf = (next) => get('quotes', { ...which, size: 20, next }, signal);
  const [found, quotes] = await Promise.all([
    get(`summaries/speakers/${encodeURIComponent(slug)}`, { size: 20 }, signal).catch((error) => {
      if (error.status === 404) throw new Problem(404, 'Nobody of that name is quoted.', 'The search above finds speakers by the start of a name.');
      throw error;
    }),
    narrowed ? quotesOf() : null,
  ]);

  const narrow = (values) => personAt(slug, { ...asked, ...values });
  const chip = (name, values, current) => h('a.chip', { href: narrow(values), 'aria-current': current ? 'true' : null }, name);
  const node = h('div.person', {},
    h('header.page-head', {},
      h('p.kicker', {}, found.kind === 'organisation' ? 'Organisation' : 'Person'),
      h('h1', {}, found.name),
      h('p.standfirst', {}, howMuch(found)),
      (asked.from || asked.to) && h('p.of-these', {}, `Of these ${howMuch(within(found, asked))}.`),
      types(found.types)),
    h('section', { 'aria-label': 'Over time' },
      timeline({
        days: found.days, first: asked.from ?? found.first, last: asked.to ?? found.last, label: `Quotes of ${found.name}`, withArticles: false,
        rangeAt: (from, to) => narrow({ from, to, about: undefined }), dateAt: (date) => narrow({ from: date, to: date, about: undefined }),
      })),
    h('div.columns', {},
      h('div', {}, roles(found), beside(found), sources(found)),
      h('section', { 'aria-labelledby': 'said-quotes' },
        h('h2', { id: 'said-quotes' }, asked.about ? `Quotes that name ${found.name}` : 'Quotes'),
        h('div.chips', { role: 'group', 'aria-label': 'Which quotes' },
          chip('Said by', { about: undefined }, !asked.about),
          chip('Said about', { about: '1', type: undefined, naming: undefined }, asked.about),
          Object.entries(kinds).map(([type, { name }]) => chip(name, { type: asked.type === type ? undefined : type }, asked.type === type)),
          (asked.from || asked.to) && h('a.chip.narrowed', { href: narrow({ from: undefined, to: undefined }) },
            range(asked.from ?? found.first, asked.to ?? found.last), h('span', { 'aria-hidden': 'true' }, ' ×'), h('span.unseen', {}, ', show all days'))),
        !asked.about && naming(asked.naming, narrow),
        list(quotes ?? found.latest, quotesOf, asked.about),
        csv('quotes', which, slug))));
  return { title: found.name, node };
}

const howMuch = ({ quotes, articles, first, last }) => `${counted(quotes, 'quote')} in ${counted(articles, 'article')}, ${range(first, last)}`;

/** What of it falls into the range that is asked for: an article is of one day, so that days add up. */
function within(found, { from = found.first, to = found.last }) {
  const days = found.days.filter((day) => day.date >= from && day.date <= to);
  const sum = (what) => days.reduce((total, day) => total + day[what], 0);
  return { quotes: sum('quotes'), articles: sum('articles'), first: from, last: to };
}

/** Narrows to the quotes that name somebody. */
const naming = (whom, narrow) => h('form.naming', {
  onsubmit: (event) => {
    event.preventDefault();
    location.hash = narrow({ naming: event.target.elements.whom.value.trim() });
  },
}, h('label', { for: 'whom' }, 'Naming'), h('input', { id: 'whom', name: 'whom', value: whom, autocomplete: 'off', placeholder: 'somebody’s full name' }), h('button', {}, 'Show'));

function list(first, load, about) {
  if (first.items.length === 0) return empty(about ? 'No quote of anybody else names this speaker.' : 'No quote fits. Take a chip above away to see more.');
  return growing({ first, load, row: (quote) => quoteItem(quote, { withSpeaker: Boolean(about) }), one: 'quote', list: h('ol.quotes') });
}

function roles(found) {
  const others = found.names.filter((name) => name !== found.name);
  return h('section', { 'aria-labelledby': 'roles' },
    h('h2', { id: 'roles' }, 'In what role'),
    found.roles.length
      ? h('ul.plain.facts', {}, found.roles.map((one) => h('li', {}, h('b', {}, one.role), h('span', {}, `${range(one.first, one.last)}, ${counted(one.articles, 'article')}`))))
      : empty('No article gives one.'),
    others.length > 0 && h('p.also', {}, `Also written ${others.slice(0, 6).join(', ')}.`));
}

function beside(found) {
  return h('section', { 'aria-labelledby': 'beside' },
    h('h2', { id: 'beside' }, 'Quoted in the same articles'),
    found.with.length
      ? [ranked(found.with.slice(0, withShown), { by: 'articles' }),
         found.with.length > withShown && h('p.onward', {}, `and ${number(found.with.length - withShown)} more. `, h('a', { href: peopleAt() }, 'All speakers'))]
      : empty('Nobody else.'));
}

function sources(found) {
  return found.sources.length > 0 && h('section', { 'aria-labelledby': 'sources' },
    h('h2', { id: 'sources' }, 'Where it was published'),
    h('ul.plain.facts', {}, found.sources.slice(0, 12).map((one) => h('li', {}, h('b', {}, one.source), h('span', {}, `${counted(one.articles, 'article')}, ${counted(one.quotes, 'quote')}`)))));
}
