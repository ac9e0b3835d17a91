import { counted } from './format.js';
import { h, say } from './dom.js';
import { failed } from './states.js';

/**
 * A list that grows by a button: a page at a time, so that a list of 100,000 costs what is looked at.
 *
 * @param {object} options
 * @param {{items: object[], next: string | null}} options.first the first page
 * @param {(next: string) => Promise<{items: object[], next: string | null}>} options.load the page of a token
 * @param {(item: object) => Node} options.row
 * @param {HTMLElement} [options.list] what takes the rows
 * @param {string} options.one the items' name, singular
 */
export function growing({ first, load, row, list = h('ol.plain'), one }) {
  let next = first.next;
  let shown = 0;
  const button = h('button.more', { onclick: more }, `More ${one}s`);
  const foot = h('div.more-row', {}, button);

  function take(page) {
    const rows = page.items.map(row);
    list.append(...rows);
    shown += rows.length;
    next = page.next;
    foot.hidden = !next;
    return rows;
  }

  async function more() {
    button.disabled = true;
    try {
      const rows = take(await load(next));
      say(`${counted(rows.length, one)} more, ${shown} in all.`);
      // The button is gone with the last page: those who came by keyboard go on with what it brought.
      const link = rows[0]?.querySelector('a, button');
      if (foot.hidden) link?.focus();
      foot.querySelector('.notice')?.remove();
    } catch (error) {
      foot.querySelector('.notice')?.remove();
      foot.append(failed(error));
    } finally {
      button.disabled = false;
    }
  }

  take(first);
  return h('div', {}, list, foot);
}
