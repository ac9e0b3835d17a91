import { get, Problem } from '../parts/api.js';
import { h } from '../parts/dom.js';
import { growing } from '../parts/more.js';
import { quoteItem, speaker, words } from '../parts/quote.js';
import { empty } from '../parts/states.js';

/** `#/saying/{id}/3`: every place where the words of an article's quote are quoted. */
export async function saying({ path: [id, number], signal }) {
  const quote = await get(`articles/${encodeURIComponent(id)}`, {}, signal).then((article) => article.quotes[Number(number)], (error) => {
    if (error.status !== 404) throw error;
  });
  if (!quote) throw new Problem(404, 'There is no such quote.', 'Its article may have been taken out, or read anew.');
  const load = (next) => get('quotes', { saying: quote.text, size: 20, next }, signal);
  const places = await load();

  const node = h('div.saying', {},
    h('header.page-head', {},
      h('p.kicker', {}, 'The same words'),
      h('h1', {}, 'Where this was quoted'),
      words(quote),
      h('p.attribution', {}, speaker(quote), quote.role && h('span.role', {}, `, ${quote.role}`))),
    h('section', { 'aria-labelledby': 'places' },
      h('h2', { id: 'places' }, 'Places'),
      places.items.length
        ? growing({ first: places, load, row: (place) => quoteItem(place, { withSaying: false }), one: 'place', list: h('ol.quotes') })
        : empty('Nowhere else.')));
  return { title: 'Where this was quoted', node };
}
