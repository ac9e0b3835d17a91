import { get, post, Problem } from '../parts/api.js';

const filesAtOnce = 100;
const bytesAtOnce = 8_000_000;
const requests = 3;
const askedAtOnce = 100;
const longestPause = 2000;

/**
 * What is uploaded from this tab. Files go up in batches; what the app took is then followed, blob by blob, until it is stored or
 * refused. It goes on whatever view is shown.
 */
class Session extends EventTarget {
  /** Files found so far. */
  found = 0;
  /** Files whose batch was answered. */
  sent = 0;
  /** Articles stored, newest first; `later` where a later version was. @type {{name: string, articleId: string, title: string, quotes: number, later: boolean}[]} */
  stored = [];
  /** Files that are no articles, newest first. @type {{name: string, reason: string}[]} */
  refused = [];
  /** Articles that the app took and has yet to store. */
  #awaited = [];
  /** Files to send. @type {import('./entries.js').Found[]} */
  #queue = [];
  /** Files that could not be sent, with why. @type {{files: import('./entries.js').Found[], error: Problem}[]} */
  failures = [];
  #sending = 0;
  #walking = 0;
  #following = false;

  get awaited() {
    return this.#awaited.length;
  }

  get unsent() {
    return this.failures.reduce((sum, one) => sum + one.files.length, 0);
  }

  /** Whether files are still being sent. */
  get sending() {
    return this.#walking > 0 || this.#sending > 0 || this.#queue.length > 0;
  }

  get busy() {
    return this.sending || this.#awaited.length > 0;
  }

  /** Sends files as they are found. @param {AsyncIterable<import('./entries.js').Found>} files */
  async add(files) {
    this.#walking++;
    try {
      for await (const one of files) {
        this.found++;
        this.#queue.push(one);
        if (this.#queue.length >= filesAtOnce) this.#pump();
      }
    } catch (error) {
      this.failures.push({ files: [], error: new Problem(0, 'Some files could not be read.', String(error.message ?? error)) });
    } finally {
      this.#walking--;
      this.#pump();
    }
  }

  /** Sends again what could not be sent. */
  again() {
    const again = this.failures.flatMap((one) => one.files);
    this.failures = [];
    this.sent -= again.length;
    this.#queue.push(...again);
    this.#pump();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #pump() {
    this.#changed();
    while (this.#sending < requests && this.#queue.length > 0) {
      let bytes = 0;
      let count = 0;
      while (count < this.#queue.length && count < filesAtOnce && (count === 0 || bytes + this.#queue[count].file.size <= bytesAtOnce)) bytes += this.#queue[count++].file.size;
      this.#sending++;
      this.#send(this.#queue.splice(0, count)).finally(() => {
        this.#sending--;
        this.#pump();
      });
    }
  }

  async #send(files) {
    const form = new FormData();
    for (const { file, name } of files) form.append('files', file, name);
    try {
      this.#take(await post('articles', form));
      this.sent += files.length;
    } catch (error) {
      if (error.status === 422 && error.body?.refused) {
        this.#take({ accepted: [], refused: error.body.refused });
        this.sent += files.length;
      } else if ([400, 413].includes(error.status)) {
        await this.#sendApart(files, error);
      } else {
        this.failures.push({ files, error });
        this.sent += files.length;
      }
    }
    this.#changed();
  }

  /** A batch that is refused whole is sent in halves, down to the file that is to blame. */
  async #sendApart(files, error) {
    if (files.length === 1) {
      this.sent++;
      this.refused.unshift({ name: files[0].name, reason: error.detail ?? error.title });
      return;
    }
    const middle = files.length >> 1;
    await this.#send(files.slice(0, middle));
    await this.#send(files.slice(middle));
  }

  #take({ accepted, refused }) {
    this.refused.unshift(...refused.toReversed());
    this.#awaited.push(...accepted);
    this.#follow();
  }

  async #follow() {
    if (this.#following) return;
    this.#following = true;
    let pause = 100;
    while (this.#awaited.length > 0) {
      const asked = this.#awaited.slice(0, askedAtOnce);
      let settled = 0;
      try {
        settled = this.#settle(asked, (await get('uploads', { blob: asked.map((one) => one.blob) })).items);
      } catch {
        // It is asked again; a view that cannot reach the app says so by itself.
      }
      pause = settled > 0 ? 100 : Math.min(longestPause, pause * 1.5);
      this.#changed();
      if (settled < asked.length) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    this.#following = false;
    this.#changed();
  }

  /** Takes out what became of some; the others are asked after again once all have been. */
  #settle(asked, statuses) {
    const left = [];
    asked.forEach((one, at) => {
      const { state, articleId, reason } = statuses[at];
      if (state === 'waiting') left.push(one);
      else if (state === 'stored' || state === 'superseded') this.stored.unshift({ ...one, articleId: articleId ?? one.articleId, later: state === 'superseded' });
      else this.refused.unshift({ name: one.name, reason: reason ?? 'It was taken out of the container before it was read.' });
    });
    this.#awaited = [...this.#awaited.slice(asked.length), ...left];
    return asked.length - left.length;
  }
}

/** The one of this tab. */
export const session = new Session();

addEventListener('beforeunload', (event) => {
  if (session.sending) event.preventDefault();
});
