import { h, say } from './dom.js';
import { counted, number } from './format.js';
import { get } from './api.js';
import { peopleAt, personAt } from './links.js';

const pause = 150;
const most = 8;

/**
 * The search for speakers, as the ARIA practices have a combobox with a list: arrows choose, Enter opens, Escape closes; Enter with
 * nothing chosen lists all whose name starts so.
 */
export function search(form) {
  const input = form.querySelector('input');
  const list = form.querySelector('ul');
  let chosen = -1;
  let timer;
  let asked = new AbortController();

  const close = () => {
    clearTimeout(timer);
    asked.abort();
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = (index) => {
    const options = [...list.querySelectorAll('[role=option]')];
    if (!options.length) return;
    chosen = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    options[chosen].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[chosen].id);
  };

  const open = (address) => {
    close();
    input.value = '';
    location.hash = address;
  };

  async function ask() {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const prefix = input.value.trim();
    if (!prefix) {
      close();
      return;
    }
    try {
      const found = await get('summaries/speakers', { prefix, order: 'quotes', size: most }, signal);
      if (signal.aborted) return;
      show(found.items, prefix);
    } catch (error) {
      if (error.name === 'AbortError') return;
      list.replaceChildren(h('li.search-none', { role: 'presentation' }, error.title));
      list.hidden = false;
    }
  }

  function show(speakers, prefix) {
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...(speakers.length
      ? speakers.map((one, at) =>
          h('li', { role: 'option', id: `search-${at}`, 'aria-selected': 'false', 'data-slug': one.slug },
            h('span.search-name', {}, one.name),
            h('span.search-role', {}, one.role ?? (one.kind === 'organisation' ? 'organisation' : '')),
            h('span.search-count', {}, number(one.quotes), h('span.unseen', {}, one.quotes === 1 ? ' quote' : ' quotes'))))
      : [h('li.search-none', { role: 'presentation' }, `No speaker has a name that starts with “${prefix}”.`)]));
    list.hidden = false;
    input.setAttribute('aria-expanded', String(speakers.length > 0));
    say(speakers.length ? `${counted(speakers.length, 'speaker')} found. Arrows choose, Enter opens.` : 'No speaker found.');
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) ask();
      else choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    }
  });
  input.addEventListener('blur', () => setTimeout(close, pause));
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const slug = event.target.closest('[data-slug]')?.dataset.slug;
    if (slug) open(personAt(slug));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const slug = list.querySelector('[aria-selected=true]')?.dataset.slug;
    if (slug) open(personAt(slug));
    else if (input.value.trim()) open(peopleAt({ prefix: input.value.trim() }));
  });
}
