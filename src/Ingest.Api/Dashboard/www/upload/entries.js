/** @typedef {{file: File, name: string}} Found a file with its path from what was dropped or chosen */

/**
 * The files in what was dropped, folders walked through. What was dropped has to be asked for while the event is being handled, so the
 * first part is not asynchronous.
 *
 * @param {DataTransfer} data
 * @returns {AsyncGenerator<Found>}
 */
export function dropped(data) {
  const entries = [...data.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  return walk(entries);
}

/** The files of an input, with their folders where one was chosen. */
export async function* chosen(input) {
  for (const file of [...input.files]) {
    const name = file.webkitRelativePath || file.name;
    if (!hidden(name)) yield { file, name };
  }
}

async function* walk(entries) {
  for (const entry of entries) {
    if (entry instanceof File) {
      yield { file: entry, name: entry.name };
    } else if (entry?.isFile && !hidden(entry.fullPath)) {
      yield { file: await new Promise((resolve, reject) => entry.file(resolve, reject)), name: entry.fullPath.replace(/^\//, '') };
    } else if (entry?.isDirectory && !hidden(entry.fullPath)) {
      const reader = entry.createReader();
      // A reader gives about a hundred at a time, and none when it is through.
      for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) break;
        yield* walk(some);
      }
    }
  }
}

/** What systems put into folders for themselves: `.DS_Store`, `.git`, `__MACOSX`. */
const hidden = (path) => path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
