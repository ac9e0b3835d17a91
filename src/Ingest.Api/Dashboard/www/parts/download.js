import { counted } from './format.js';
import { h } from './dom.js';
import { fetchWhole } from './api.js';

/**
 * A button that takes the whole of a list as a CSV file. The file is fetched by script, since a plain link could not bear the key that
 * the app asks for in Azure.
 *
 * @param {string} route
 * @param {Record<string, string | undefined>} values the list's query
 * @param {string} name the file's, without its ending
 */
export function csv(route, values, name) {
  const state = h('span.download-state', { role: 'status' });
  const button = h('button.quiet', {
    type: 'button',
    onclick: async () => {
      button.disabled = true;
      state.textContent = ' Fetching…';
      try {
        const file = await fetchWhole(route, { ...values, format: 'csv' });
        save(file, `${name}.csv`);
        state.textContent = ` ${counted(Math.ceil(file.size / 1000), 'KB', 'KB')} taken.`;
      } catch (error) {
        state.textContent = ` ${error.message}`;
      } finally {
        button.disabled = false;
      }
    },
  }, 'Take all as CSV');
  return h('p.download', {}, button, state);
}

function save(file, name) {
  const address = URL.createObjectURL(file);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
