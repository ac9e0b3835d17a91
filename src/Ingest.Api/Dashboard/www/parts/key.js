import { h } from './dom.js';

/**
 * Asks for the function key. It is kept for the browser tab's session and is sent to this app alone.
 *
 * @param {boolean} wrong whether a key was given and refused
 * @returns {Promise<string | null>} null where it was not given
 */
export function askForKey(wrong) {
  return new Promise((resolve) => {
    const input = h('input', { id: 'key', type: 'password', autocomplete: 'off', required: true, 'aria-describedby': 'key-about' });
    const dialog = h('dialog.key', { 'aria-labelledby': 'key-title' },
      h('form', { method: 'dialog' },
        h('h2', { id: 'key-title' }, wrong ? 'That key was refused' : 'This app asks for a key'),
        h('p', { id: 'key-about' },
          'Give a function key that may read. Those who run the app find it in the Azure portal under App keys. It stays in this tab and is forgotten when the tab is closed.'),
        h('label', { for: 'key' }, 'Function key'),
        input,
        h('div.actions', {},
          h('button.primary', { value: 'use' }, 'Use this key'),
          h('button', { value: 'cancel', formnovalidate: true }, 'Not now'))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'use' ? input.value.trim() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
  });
}
