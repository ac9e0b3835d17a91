// Loaded before Azurite (node --require). Ties it to the process that started it:
// - Ctrl+C in a terminal reaches every process in the foreground. Whoever started the emulator still has work to finish in it then,
//   so SIGINT is ignored here.
// - Standard input is a pipe from that process. Its end, by closing or by dying, is the word to write everything down and end:
//   no emulator is left behind, whatever happened, and on Windows, which has no SIGTERM, data is flushed too.
// - Azurite answers first and writes its tables down seconds later; where that fails, as on a full disk, it says nothing and does not try
//   again. Here it is tried until it succeeds, and standard error gets a line `unsaved CODE: …` when it begins to fail, `saved` when all
//   is written again.
'use strict';

const fs = require('fs');

const pause = 1000;
const patience = 5000;

let deadline = Infinity;

const once = process.once;
process.once = function (name, listener) {
  return name === 'SIGINT' ? process : once.call(process, name, listener);
};
process.on('SIGINT', () => {});

process.stdin.on('end', () => {
  deadline = Date.now() + patience;
  // Azurite listens for SIGTERM once it is up; before that there is nothing to write down.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref();

const writeFile = fs.writeFile;
const unsaved = new Set();
// The database writes to FILE~, and puts that in the place of FILE once it is told that it stands.
fs.writeFile = function (file, data, ...rest) {
  if (!String(file).endsWith('.json~')) return writeFile.call(fs, file, data, ...rest);
  const done = rest.pop();
  const starting = process.listenerCount('SIGTERM') === 0 && deadline === Infinity;
  writeFile.call(fs, file, data, ...rest, (error) => {
    if (error && !starting) {
      if (unsaved.size === 0) console.error(`unsaved ${error.message}`);
      unsaved.add(file);
      // What was written of it takes room that the other files may need.
      fs.unlink(file, () => {
        if (Date.now() > deadline) process.exit(1);
        setTimeout(() => fs.writeFile(file, data, ...rest, done), pause);
      });
      return;
    }
    if (unsaved.delete(file) && unsaved.size === 0) console.error('saved');
    done(error);
  });
};
