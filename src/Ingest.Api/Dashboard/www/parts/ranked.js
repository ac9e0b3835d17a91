import { bar, h } from './dom.js';
import { counted, number } from './format.js';
import { personAt } from './links.js';

/** Speakers in the order of a number of theirs, of `quotes` or of `articles`, each with a bar against the most. */
export function ranked(speakers, { by = 'quotes', most = Math.max(1, ...speakers.map((one) => one[by])), list = h('ol.ranked') } = {}) {
  list.append(...speakers.map((one) => rankedRow(one, most, by)));
  return list;
}

/** One of them. */
export function rankedRow(one, most, by = 'quotes') {
  return h('li', {},
    h('a.ranked-name', { href: personAt(one.slug) }, one.name),
    roleOf(one) && h('span.role', {}, roleOf(one)),
    h('span.ranked-count', { title: `${counted(one.quotes, 'quote')} in ${counted(one.articles, 'article')}` },
      number(one[by]), h('span.unseen', {}, ` ${one[by] === 1 ? by.slice(0, -1) : by}`)),
    bar('ranked-bar', one[by] / most));
}

const roleOf = (one) => one.role ?? (one.kind === 'organisation' ? 'Organisation' : null);
