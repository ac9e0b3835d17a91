import { h } from './dom.js';
import { number } from './format.js';
import { kinds } from './quote.js';

/** Quotes by kind: one bar in three parts, with its legend in words and numbers. */
export function types(counts) {
  const total = counts.direct + counts.mixed + counts.indirect;
  const parts = Object.keys(kinds).map((kind) => {
    const part = h(`span.types-part.${kind}`);
    part.style.flexGrow = String(counts[kind]);
    return counts[kind] > 0 && part;
  });
  return h('div.types', {},
    h('div.types-bar', { 'aria-hidden': 'true' }, total === 0 ? h('span.types-part') : parts),
    h('ul.types-legend', {}, Object.entries(kinds).map(([kind, { name, about }]) =>
      h('li', { title: about },
        h(`span.key-box.${kind}`, { 'aria-hidden': 'true' }),
        `${name} `,
        h('b', {}, number(counts[kind])),
        h('span.unseen', {}, `, ${about}`)))));
}
