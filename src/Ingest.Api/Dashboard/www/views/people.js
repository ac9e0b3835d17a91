import { get } from '../parts/api.js';
import { daysAsked } from '../parts/days.js';
import { h } from '../parts/dom.js';
import { csv } from '../parts/download.js';
import { counted, range } from '../parts/format.js';
import { peopleAt, uploadsAt } from '../parts/links.js';
import { growing } from '../parts/more.js';
import { rankedRow } from '../parts/ranked.js';
import { empty } from '../parts/states.js';

/** `#/people?prefix=&order=&from=&to=`: everybody who is quoted by name. */
export async function people({ query, signal }) {
  const asked = {
    prefix: query.get('prefix')?.trim() || undefined,
    order: query.get('order') === 'name' ? 'name' : 'quotes',
    ...daysAsked(query),
  };
  const load = (next) => get('summaries/speakers', { ...asked, size: 50, next }, signal);
  const [first, top] = await Promise.all([
    load(),
    asked.order === 'name' ? get('summaries/speakers', { ...asked, order: 'quotes', size: 1 }, signal) : null,
  ]);
  const most = Math.max(1, (top ?? first).items[0]?.quotes ?? 1);
  const title = asked.prefix ? `Names that start with “${asked.prefix}”` : 'Everybody quoted by name';
  const order = (value, name) => h('a.chip', { href: peopleAt({ ...asked, order: value }), 'aria-current': asked.order === value ? 'true' : null }, name);

  const node = h('div.people', {},
    h('header.page-head', {},
      h('p.kicker', {}, 'Speakers'),
      h('h1', {}, title),
      (asked.from || asked.to) && h('p.standfirst', {},
        asked.from && asked.to ? `Quoted ${range(asked.from, asked.to)}. ` : `Quoted ${asked.from ? `from ${asked.from}` : `up to ${asked.to}`}. `,
        h('a', { href: peopleAt({ prefix: asked.prefix, order: asked.order }) }, 'All days'))),
    h('div.chips', { role: 'group', 'aria-label': 'Order' }, order('quotes', 'Most quoted'), order('name', 'By name'),
      asked.prefix && h('a.chip', { href: peopleAt({ ...asked, prefix: undefined }) }, 'All names')),
    first.items.length
      ? [growing({ first, load, row: (one) => rankedRow(one, most), one: 'speaker', list: h('ol.ranked.wide') }), csv('summaries/speakers', asked, 'speakers')]
      : empty(asked.prefix ? 'No speaker’s name has a word that starts so. Fewer letters may help.' : 'Nobody is quoted yet. ', !asked.prefix && h('a', { href: uploadsAt() }, 'Upload articles')));
  return { title: asked.prefix ? `${counted(first.items.length, 'speaker')}: ${asked.prefix}` : 'People', node };
}
