import { get, Problem } from '../parts/api.js';
import { h, outward } from '../parts/dom.js';
import { atTime, counted, longDate } from '../parts/format.js';
import { dayAt, personAt } from '../parts/links.js';
import { kinds, speaker } from '../parts/quote.js';
import { segments } from './segments.js';

const dateFrom = { url: 'The date is taken from the address.', upload: 'The upload gives no date; this is the day it was uploaded.' };

/** `#/article/{id}?quote=3`: the text as uploaded, each quote and its speaker marked where they stand. */
export async function article({ path: [id], query, signal }) {
  const found = await get(`articles/${encodeURIComponent(id)}`, {}, signal).catch((error) => {
    if (error.status === 404) throw new Problem(404, 'There is no such article.', 'It may have been taken out. The overview shows what is stored.');
    throw error;
  });
  const hues = hueOf(found.quotes);
  const marks = marksOf(found.quotes);
  const text = (span) => piecesOf(found, span, marks, hues);
  const notes = h('ol.notes', {}, found.quotes.map((quote) => note(quote, hues)));
  const body = h('div.story', {}, found.paragraphs.map((span) => h('p', {}, text(span))));

  const node = h('article.article', {},
    h('header.page-head', {},
      h('p.kicker', {}, h('a', { href: dayAt(found.date) }, longDate(found.date)), found.source && [' · ', found.source]),
      h('h1', {}, found.titleSpan ? text(found.titleSpan) : found.title || 'Article without a headline'),
      h('p.standfirst', {}, counted(found.quotes.length, 'quote'),
        found.url && [' · ', outward(found.url, 'Read the original')],
        found.dateFrom in dateFrom && h('span.caution', {}, ` · ${dateFrom[found.dateFrom]}`))),
    h('div.reading', {},
      h('section', { 'aria-label': 'Text' },
        found.dateline && h('p.dateline', {}, found.dateline),
        found.paragraphs.length ? body : h('p.empty', {}, 'The article has a headline and no text.')),
      h('aside', { 'aria-labelledby': 'notes' },
        h('h2', { id: 'notes' }, 'Who said it'),
        found.quotes.length ? notes : h('p.empty', {}, 'No quotes were found.'))),
    h('p.provenance', {}, `From ${found.blob}, uploaded ${atTime(found.uploaded)}.`));

  pairUp(node);
  const wanted = query.get('quote');
  return { title: found.title || 'Article', node, shown: () => /^\d+$/.test(wanted ?? '') && show(node, wanted) };
}

/** A colour's number for each speaker, in the order in which they come, from 0 to 5. */
function hueOf(quotes) {
  const speakers = [...new Set(quotes.map((quote) => quote.slug ?? quote.speaker ?? ''))];
  return (quote) => speakers.indexOf(quote.slug ?? quote.speaker ?? '') % 6;
}

function marksOf(quotes) {
  return quotes.flatMap((quote) => [
    ...quote.spans.map((span) => ({ span, mark: { role: 'quote', quote } })),
    ...quote.fragments.map((span) => ({ span, mark: { role: 'fragment', quote } })),
    ...[[quote.speakerSpan, 'speaker'], [quote.cueSpan, 'cue']].filter(([span]) => span).map(([span, role]) => ({ span, mark: { role, quote } })),
  ]);
}

function piecesOf(found, [start, end], marks, hues) {
  return segments(start, end, marks).map((piece) => {
    const words = found.text.slice(piece.start, piece.end).replace(/\s*\n\s*/g, ' ');
    const first = (role) => piece.marks.find((mark) => mark.role === role)?.quote;
    const quoted = piece.marks.filter((mark) => mark.role === 'quote').map((mark) => mark.quote);
    let node = document.createTextNode(words);
    const said = first('speaker');
    if (said) {
      node = said.slug
        ? h(`a.who.hue-${hues(said)}`, { href: personAt(said.slug), 'data-quotes': said.number }, words)
        : h(`span.who.hue-${hues(said)}`, { 'data-quotes': said.number }, words);
    } else if (first('cue')) {
      node = h('span.cue', {}, words);
    }
    if (first('fragment')) node = h('b.fragment', {}, node);
    if (quoted.length === 0) return node;
    const inner = quoted.at(-1);
    const opens = quoted.filter((quote) => quote.spans[0][0] === piece.start);
    return [
      opens.map((quote) => numberButton(quote, hues, `Quote ${quote.number + 1}, ${quote.speaker ?? 'speaker not told'}: to its note`)),
      h(`mark.said.${inner.type}.hue-${hues(inner)}`, { 'data-quotes': quoted.map((quote) => quote.number).join(' ') }, node),
    ];
  });
}

const numberButton = (quote, hues, label) =>
  h(`button.number.hue-${hues(quote)}`, { type: 'button', 'data-number': quote.number, 'data-quotes': quote.number, 'aria-label': label }, quote.number + 1);

function note(quote, hues) {
  return h(`li.note.hue-${hues(quote)}`, { 'data-quotes': quote.number },
    h('p.note-who', {}, numberButton(quote, hues, `To quote ${quote.number + 1} in the text`), ' ', speaker(quote)),
    h('p.note-how', {},
      quote.role && `${quote.role} · `,
      h('span', { title: kinds[quote.type].about }, kinds[quote.type].name.toLowerCase()),
      quote.cue && [' · ', h('i', {}, quote.cue)],
      quote.mention && quote.mention !== quote.speaker && [' · as ', h('q', {}, quote.mention)]));
}

/** Whatever belongs to a quote lights up with it. */
function pairUp(node) {
  const light = (event, on) => {
    const numbers = event.target.closest?.('[data-quotes]')?.dataset.quotes.split(' ');
    for (const number of numbers ?? []) for (const one of partsOf(node, number)) one.classList.toggle('lit', on);
  };
  for (const [start, end] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
    node.addEventListener(start, (event) => light(event, true));
    node.addEventListener(end, (event) => light(event, false));
  }
  // A number leads to its twin: from the text to the note, from the note to the text.
  node.addEventListener('click', (event) => {
    const from = event.target.closest('button.number');
    if (!from) return;
    const twin = [...node.querySelectorAll(`button.number[data-number="${from.dataset.number}"]`)].find((one) => one !== from);
    twin?.scrollIntoView({ block: 'center' });
    twin?.focus({ preventScroll: true });
  });
}

const partsOf = (node, number) => node.querySelectorAll(`[data-quotes~="${number}"]`);

/** Brings a quote into view and marks it. */
function show(node, number) {
  const parts = partsOf(node, number);
  for (const one of parts) one.classList.add('wanted');
  node.querySelector(`mark[data-quotes~="${number}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
