import { h, outward } from './dom.js';
import { articleAt, dayAt, personAt, sayingAt } from './links.js';
import { shortDate } from './format.js';

/** The three kinds of quote, in the words that the page uses. */
export const kinds = {
  direct: { name: 'Direct', about: 'wholly in quotation marks' },
  mixed: { name: 'Mixed', about: 'reported, some words in quotation marks' },
  indirect: { name: 'Indirect', about: 'reported without quotation marks' },
};

/** A speaker as a link to the speaker's page; those who are not named have none. */
export function speaker(quote) {
  if (quote.slug) return h('a.speaker', { href: personAt(quote.slug) }, quote.speaker ?? quote.slug);
  return h('span.speaker.unnamed', {}, quote.speaker ?? 'Speaker not told');
}

/** The words of a quote; those of a direct one get quotation marks by its style. */
export function words(quote) {
  return h(`blockquote.words.${quote.type}`, {}, h('p', {}, quote.text));
}

/**
 * A quote in a list.
 *
 * @param {object} quote a stored quote
 * @param {{withSpeaker?: boolean, withArticle?: boolean, withSaying?: boolean}} shown
 */
export function quoteItem(quote, { withSpeaker = true, withArticle = true, withSaying = true } = {}) {
  return h('li.quote', {},
    words(quote),
    h('p.attribution', {},
      withSpeaker && [speaker(quote), quote.role && h('span.role', {}, `, ${quote.role}`), ' '],
      h(`span.kind.${quote.type}`, { title: kinds[quote.type]?.about }, kinds[quote.type]?.name ?? quote.type)),
    withArticle && h('p.where', {},
      h('a', { href: articleAt(quote.articleId, quote.number) }, quote.title || 'Article without a headline'),
      h('span.sep', {}, ' · '),
      h('a', { href: dayAt(quote.date) }, shortDate(quote.date)),
      quote.source && [h('span.sep', {}, ' · '), outward(quote.url, quote.source)],
      withSaying && [h('span.sep', {}, ' · '), h('a', { href: sayingAt(quote.articleId, quote.number) }, 'Where else')]));
}
