// Loaded before Azurite (node --require). Ties it to the process that started it:
// - Ctrl+C in a terminal reaches every process in the foreground. Whoever started the emulator still has work to finish in it then,
//   so SIGINT is ignored here.
// - Standard input is a pipe from that process. Its end, by closing or by dying, is the word to write everything down and end:
//   no emulator is left behind, whatever happened, and on Windows, which has no SIGTERM, data is flushed too.
'use strict';

const once = process.once;
process.once = function (name, listener) {
  return name === 'SIGINT' ? process : once.call(process, name, listener);
};
process.on('SIGINT', () => {});

process.stdin.on('end', () => {
  // Azurite listens for SIGTERM once it is up; before that there is nothing to write down.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(0);
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref();
