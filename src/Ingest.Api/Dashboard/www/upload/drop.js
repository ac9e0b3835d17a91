import { dropped } from './entries.js';
import { session } from './session.js';

/** Takes files that are dropped anywhere on the page. @param {() => void} then shows what becomes of them */
export function acceptDrops(then) {
  let depth = 0;
  const files = (event) => event.dataTransfer?.types.includes('Files');
  const show = () => document.body.classList.toggle('dropping', depth > 0);

  addEventListener('dragenter', (event) => {
    if (!files(event)) return;
    depth++;
    show();
  });
  addEventListener('dragleave', (event) => {
    if (!files(event)) return;
    depth = Math.max(0, depth - 1);
    show();
  });
  addEventListener('dragover', (event) => {
    if (!files(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    if (!files(event)) return;
    event.preventDefault();
    depth = 0;
    show();
    session.add(dropped(event.dataTransfer));
    then();
  });
}
