import { h, put } from './parts/dom.js';
import { Problem } from './parts/api.js';
import { failed, loading } from './parts/states.js';

/**
 * @typedef {object} Visit What a view is given.
 * @property {string[]} path parts of the address after the view's name, decoded
 * @property {URLSearchParams} query
 * @property {AbortSignal} signal ends when the reader goes elsewhere
 *
 * @typedef {(visit: Visit) => Promise<{title: string, node: Node, shown?: () => void}>} View `shown` is called once, when the node is on the page
 */

const kept = 12;

/**
 * Shows the view that the address names, and keeps the last few pages as they were: going back gives the very page that was
 * left, with what was loaded into it and where it was scrolled to.
 */
export class Router {
  #main;
  #views;
  #pages = new Map();
  #entry = 0;
  #current;
  #leaving = new AbortController();

  /**
   * @param {HTMLElement} main
   * @param {Record<string, {view: View, what: string}>} views by the first part of the address; '' is the start
   */
  constructor(main, views) {
    this.#main = main;
    this.#views = views;
    history.scrollRestoration = 'manual';
    this.#entry = history.state?.entry ?? 0;
    addEventListener('popstate', () => this.#arrive());
    addEventListener('hashchange', () => this.#arrive());
  }

  start() {
    return this.#arrive(true);
  }

  async #arrive(first = false) {
    const address = location.hash;
    // A fragment that is no address of a view is a place in the page.
    if (address && !address.startsWith('#/')) return;
    if (!first && this.#current?.address === address && history.state?.entry === this.#current.entry) return;
    if (this.#current) {
      this.#current.scroll = this.#lastScroll;
      this.#current.focused = this.#main.contains(document.activeElement) ? document.activeElement : null;
    }

    const entry = history.state?.entry ?? ++this.#entry;
    if (history.state?.entry === undefined) history.replaceState({ entry }, '', address || location.pathname + location.search);
    this.#leaving.abort();
    this.#leaving = new AbortController();

    const page = this.#pages.get(entry);
    if (page?.address === address && page.done) return this.#show(page, true);
    await this.#open({ entry, address, scroll: 0, done: false, title: '', node: h('div', {}) }, first);
  }

  #lastScroll = 0;

  /** To be called as the page is scrolled: by the time that the address changes, the browser may have moved it. */
  scrolled() {
    this.#lastScroll = scrollY;
  }

  async #open(page, first) {
    const { signal } = this.#leaving;
    const [path, query = ''] = page.address.replace(/^#\/?/, '').split('?');
    const [name, ...parts] = path.split('/').map(decode);
    const { view, what } = this.#views[name] ?? {};
    this.#keep(page);
    put(page.node, loading(what ?? 'the page'));
    page.title = '';
    this.#show(page, false, first);
    try {
      if (!view) throw new Problem(404, 'There is no such page.', 'The overview leads to all there is.');
      const made = await view({ path: parts, query: new URLSearchParams(query), signal });
      if (signal.aborted) return;
      put(page.node, made.node);
      page.title = made.title;
      page.done = true;
      page.shown = made.shown;
    } catch (error) {
      if (signal.aborted) return;
      page.title = error.title ?? 'Error';
      put(page.node, failed(error, error.status === 404 ? undefined : () => this.#open(page, false), 'h1'),
        error.status === 404 && h('p', {}, h('a', { href: '#/' }, 'To the overview')));
    }
    if (this.#current !== page) return;
    this.#show(page, false, first);
    page.shown?.();
  }

  #keep(page) {
    this.#pages.delete(page.entry);
    this.#pages.set(page.entry, page);
    for (const old of this.#pages.keys()) {
      if (this.#pages.size <= kept) break;
      this.#pages.delete(old);
    }
  }

  #show(page, again, first = false) {
    this.#current = page;
    document.title = page.title ? `${page.title} · Ingest` : 'Ingest';
    if (page.node.parentNode !== this.#main || this.#main.childElementCount !== 1) put(this.#main, page.node);
    this.#main.setAttribute('aria-busy', String(!page.done && !page.title));
    scrollTo({ top: again ? page.scroll : 0, behavior: 'instant' });
    this.#lastScroll = scrollY;
    this.#markNavigation(page.address);
    if (!first) this.#focus(page, again);
  }

  /** Those who listen are told where they are by the heading; going back, they stand where they left. */
  #focus(page, again) {
    const heading = page.node.querySelector('h1');
    if (heading) heading.tabIndex = -1;
    const to = again && page.focused?.isConnected ? page.focused : heading;
    to?.focus({ preventScroll: true });
  }

  #markNavigation(address) {
    const name = address.replace(/^#\/?/, '').split(/[/?]/)[0];
    for (const link of document.querySelectorAll('.nav a')) {
      const here = link.getAttribute('href').replace(/^#\/?/, '') === name;
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
