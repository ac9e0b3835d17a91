import { get } from './api.js';
import { h, outward, put } from './dom.js';
import { counted } from './format.js';
import { articleAt } from './links.js';
import { quoteItem } from './quote.js';
import { failed, loading } from './states.js';

/** An article in a list: headline, lede, and its quotes, which are fetched when they are opened. */
export function articleCard(card) {
  return h('li.card', {},
    h('h3', {}, h('a', { href: articleAt(card.id) }, card.title || 'Article without a headline')),
    card.source && h('p.where', {}, outward(card.url, card.source)),
    card.lede && h('p.lede', {}, card.lede),
    card.quotes > 0 ? quotesOf(card) : h('p.none', {}, 'No quotes'));
}

function quotesOf(card) {
  const place = h('div.card-quotes', {});
  let asked = false;
  const open = async () => {
    if (!details.open || asked) return;
    asked = true;
    put(place, loading('the quotes', 2));
    try {
      const { quotes } = await get(`articles/${encodeURIComponent(card.id)}`);
      put(place, h('ol.quotes', {}, quotes.map((quote) => quoteItem(quote, { withArticle: false }))));
    } catch (error) {
      asked = false;
      put(place, failed(error, open));
    }
  };
  const details = h('details', { ontoggle: open },
    h('summary', {},
      h('b', {}, counted(card.quotes, 'quote')),
      card.speakers.length > 0 && h('span.by', {}, ` by ${names(card.speakers)}`)),
    place);
  return details;
}

const named = new Intl.ListFormat('en-GB');
const names = (all) => named.format(all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} others`] : all);
