import { bar, h } from './dom.js';
import { counted, number } from './format.js';
import { personAt } from './links.js';

/** Speakers by number of quotes, each with a bar against the first. */
export function ranked(speakers, { most = Math.max(1, ...speakers.map((one) => one.quotes)), list = h('ol.ranked') } = {}) {
  list.append(...speakers.map((one) => rankedRow(one, most)));
  return list;
}

/** One of them, its bar measured against `most` quotes. */
export function rankedRow(one, most) {
  return h('li', {},
    h('a.ranked-name', { href: personAt(one.slug) }, one.name),
    roleOf(one) && h('span.role', {}, roleOf(one)),
    h('span.ranked-count', { title: `${counted(one.quotes, 'quote')} in ${counted(one.articles, 'article')}` },
      number(one.quotes), h('span.unseen', {}, one.quotes === 1 ? ' quote' : ' quotes')),
    bar('ranked-bar', one.quotes / most));
}

const roleOf = (one) => one.role ?? (one.kind === 'organisation' ? 'Organisation' : null);
