import { h, put, say } from '../parts/dom.js';
import { counted, number } from '../parts/format.js';
import { articleAt } from '../parts/links.js';
import { failed } from '../parts/states.js';
import { session } from './session.js';

const storedShown = 12;
const refusedShown = 50;
const betweenWords = 4000;

const bar = h('progress', { id: 'upload-progress', max: 1, value: 0, 'aria-labelledby': 'upload-state' });
const state = h('p.upload-state', { id: 'upload-state' });
const problems = h('div', {});
const refused = h('ul.plain.refused', {});
const stored = h('ul.plain.stored', {});
const node = h('section.upload', { 'aria-labelledby': 'upload-title', hidden: true },
  h('h2', { id: 'upload-title' }, 'From this tab'), state, bar, problems, refused, stored);

let said = 0;
let drawn = false;

/** What is sent and what becomes of it, as it happens. The one node is moved from view to view. */
export const panel = () => node;

session.addEventListener('change', () => {
  if (drawn) return;
  drawn = true;
  requestAnimationFrame(() => {
    drawn = false;
    draw();
  });
});

function draw() {
  node.hidden = session.found === 0 && session.failures.length === 0;
  node.setAttribute('aria-busy', String(session.busy));
  // Sending is half of it, storing the other.
  bar.max = Math.max(1, session.found + session.sent);
  bar.value = session.sent + Math.max(0, session.sent - session.awaited);
  if (!session.busy) bar.value = bar.max;
  state.textContent = wording();
  tell();

  put(problems, session.failures.length > 0 && failed(
    { title: `${counted(session.unsent, 'file')} could not be sent.`, detail: [...new Set(session.failures.map((one) => one.error.message))].join(' ') },
    () => session.again()));
  put(refused, session.refused.slice(0, refusedShown).map((one) => h('li', {}, h('b', {}, one.name), h('span', {}, one.reason))),
    session.refused.length > refusedShown && h('li', {}, `and ${number(session.refused.length - refusedShown)} more that were refused`));
  put(stored, session.stored.slice(0, storedShown).map((one) => h('li', {},
    h('a', { href: articleAt(one.articleId) }, one.title || one.name),
    h('span', {}, one.later ? 'a later version is stored' : counted(one.quotes, 'quote')))),
  session.stored.length > storedShown && h('li', {}, `and ${number(session.stored.length - storedShown)} before`));
}

function wording() {
  const parts = [`${counted(session.stored.length, 'article')} stored`];
  if (session.refused.length) parts.push(`${number(session.refused.length)} refused`);
  if (session.awaited) parts.push(`${number(session.awaited)} being read`);
  if (session.sending) parts.push(`${number(session.sent)} of ${number(session.found)} files sent`);
  return `${parts.join(', ')}.${session.busy ? '' : ' All done.'}`;
}

/** Not every change is worth hearing: a word every few seconds, and one at the end. */
function tell() {
  if (session.busy && Date.now() - said < betweenWords) return;
  said = Date.now();
  say(state.textContent);
}
