import { get } from '../parts/api.js';
import { h, put } from '../parts/dom.js';
import { atTime, counted } from '../parts/format.js';
import { growing } from '../parts/more.js';
import { empty, failed, loading } from '../parts/states.js';
import { chosen } from '../upload/entries.js';
import { panel } from '../upload/panel.js';
import { session } from '../upload/session.js';

/** `#/uploads`: give articles, see what becomes of them, and what was refused or poisoned. */
export async function uploads({ signal }) {
  const store = h('div', {}, loading('what is stored', 2));
  const refresh = () => fill(store, signal);
  const node = h('div.uploads', {},
    h('header.page-head', {},
      h('p.kicker', {}, 'Articles in'),
      h('h1', {}, 'Uploads'),
      h('p.standfirst', {}, 'Text files, one article each; folders, and zip or gzip archives of them.')),
    dropZone(),
    panel(),
    store);

  let busy = session.busy;
  session.addEventListener('change', () => {
    // When the last file is through, what is below is out of date.
    if (busy && !session.busy) refresh();
    busy = session.busy;
  }, { signal });
  await refresh();
  return { title: 'Uploads', node, shown: () => node.querySelector('.drop-zone').after(panel()) };
}

function dropZone() {
  const picker = (attributes) => {
    const input = h('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', ...attributes,
      onchange: () => {
        session.add(chosen(input));
        // So that choosing the same again is a change. The files were taken out by then.
        queueMicrotask(() => { input.value = ''; });
      } });
    return input;
  };
  const files = picker({ id: 'files' });
  const folder = picker({ id: 'folder', webkitdirectory: true });
  return h('section.drop-zone', { 'aria-label': 'Give articles' },
    h('p', {}, 'Drop files or a folder anywhere on this page, or'),
    h('p.actions', {},
      h('button.primary', { onclick: () => files.click() }, 'Choose files'),
      h('button', { onclick: () => folder.click() }, 'Choose a folder')),
    files, folder);
}

async function fill(place, signal) {
  const load = (next) => get('rejections', { size: 25, next }, signal);
  try {
    const [health, rejections] = await Promise.all([get('health', {}, signal), load()]);
    put(place, backlog(health), refusals(rejections, load));
  } catch (error) {
    if (!signal.aborted) put(place, failed(error, () => fill(place, signal)));
  }
}

function backlog(health) {
  return [
    h('p.store-state', {},
      `${counted(health.articles, 'article')} with ${counted(health.quotes, 'quote')} stored`,
      health.backlog > 0 && `; ${counted(health.backlog, 'file')} waiting to be read`, '.'),
    health.problem && h('div.notice.bad', {}, h('h2', {}, 'Uploads are not all seen'), h('p', {}, health.problem)),
    health.poisoned > 0 && h('div.notice.bad', {},
      h('h2', {}, `${counted(health.poisoned, 'file')} on the poison queue`),
      h('p', {}, 'Storage failed each time that reading was tried. Nothing is lost: once storage is well, the command “redrive” takes all of it up again.')),
  ];
}

function refusals(first, load) {
  return h('section', { 'aria-labelledby': 'refusals' },
    h('h2', { id: 'refusals' }, 'Refused in the container'),
    first.items.length
      ? growing({ first, load, row, one: 'refusal', list: h('ul.plain.refused', {}) })
      : empty('Nothing that reached the container was refused.'));
}

const row = (one) => h('li', {},
  h('b', {}, one.blob, one.poisoned && h('span.poisoned', {}, ' on the poison queue')),
  h('span', {}, one.reason),
  h('small', {}, atTime(one.at)));
