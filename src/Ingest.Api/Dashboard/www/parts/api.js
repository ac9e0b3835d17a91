import { askForKey } from './key.js';

/** What went wrong, in the words of the app where it gave any (RFC 9457). */
export class Problem extends Error {
  /** The whole answer, where there was one. */
  body = null;
  /** After how many seconds to try again, where the app says so. */
  wait = undefined;

  /** @param {number} status HTTP status; 0 where there was no answer */
  constructor(status, title, detail) {
    super(detail ? `${title} ${detail}` : title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

const held = 'ingest-key';
const key = {
  get: () => sessionStorage.getItem(held),
  set: (value) => sessionStorage.setItem(held, value),
};

/** The headers that a request to the app needs: in Azure the function key, once it was given. */
const keyHeaders = () => (key.get() ? { 'x-functions-key': key.get() } : {});

let asking;

/** Asks for the key, once for all requests that wait for it. False where none was given. */
function newKey() {
  const wrong = key.get() !== null;
  asking ??= askForKey(wrong).then((value) => {
    asking = undefined;
    if (value) key.set(value);
    return Boolean(value);
  });
  return asking;
}

/**
 * GETs a route under `api/`.
 *
 * @param {string} route its path, each part already encoded
 * @param {Record<string, string | number | undefined | null | string[]>} [values] the query; what is empty is left out, a list is repeated
 * @param {AbortSignal} [signal]
 */
export const get = async (route, values = {}, signal = undefined) => (await ask(`${route}${queryOf(values)}`, { signal })).json();

/** GETs the whole of a list in another form, as a file. */
export const fetchWhole = async (route, values) => (await ask(`${route}${queryOf(values)}`, {})).blob();

/** POSTs a form to a route under `api/`; waits and tries again where the app has too much to do. */
export async function post(route, body) {
  for (let tries = 0; ; tries++) {
    try {
      return await (await ask(route, { method: 'POST', body })).json();
    } catch (error) {
      if (![429, 503].includes(error.status) || tries === 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000 * (error.wait ?? 2)));
    }
  }
}

function queryOf(values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) if (one !== undefined && one !== null && one !== '') query.append(name, one);
  }
  return query.size ? `?${query}` : '';
}

async function ask(address, options) {
  for (;;) {
    const used = key.get();
    const response = await reach(`api/${address}`, { ...options, headers: keyHeaders() });
    if (response.ok) return response;
    // Another request may have been given the key while this one was under way.
    if (response.status === 401 && (used !== key.get() || (await newKey()))) continue;
    throw await problemOf(response);
  }
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, 'The app does not answer.', 'See that it is running and that this machine can reach it, then try again.');
  }
}

/** Reads an error answer. */
async function problemOf(response) {
  const given = await response.json().catch(() => null);
  const problem = new Problem(response.status, given?.title ?? `The app answered ${response.status}.`, given?.detail ?? advice(response.status));
  problem.body = given;
  problem.wait = Number(response.headers.get('retry-after')) || undefined;
  return problem;
}

function advice(status) {
  if (status === 401 || status === 403) return 'It wants a key that may read. Reload the page to give one.';
  if (status === 404) return 'What this address names is not there.';
  if (status === 429) return 'It has too much to do. Try again in a minute.';
  return 'Its log says why. Try again, or tell those who run it.';
}

/** Calls `page` with every page of a list until the last, or until the signal. */
export async function everyPage(route, values, signal, page) {
  let next;
  do {
    const list = await get(route, { ...values, next }, signal);
    page(list.items);
    next = list.next;
  } while (next);
}
