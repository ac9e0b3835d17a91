import { h } from './dom.js';

/** What stands where data will be. Invisible for the first moments (by its animation), so that a quick answer does not flash. */
export const loading = (what, lines = 4) =>
  h('div.loading', { role: 'status' },
    h('span.unseen', {}, `Loading ${what}.`),
    Array.from({ length: lines }, () => h('span.loading-line', { 'aria-hidden': 'true' })));

/** An error: what happened, and a way on. @param {string} heading the tag of its heading: `h1` where the error is all there is */
export function failed(error, again, heading = 'h2') {
  return h('section.notice.bad', { role: 'alert' },
    h(heading, {}, error.title ?? 'This page could not be shown.'),
    h('p', {}, error.detail ?? String(error.message ?? error)),
    again && h('button', { onclick: again }, 'Try again'));
}

/** Nothing there, said so. */
export const empty = (...children) => h('p.empty', {}, ...children);
