// Files of a drop, those in folders too.

const PICTURE = /\.(png|jpe?g|jpe|gif|bmp|tiff?|webp|tinct)$/i;

/** All files that were dropped; of folders those that are named like pictures. */
export async function dropped(transfer) {
  const files = [...transfer.files];
  const roots = [...transfer.items].map(item => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (!roots.some(root => root && root.isDirectory)) return files;
  const found = [];
  for (const [i, root] of roots.entries()) {
    if (root && root.isDirectory) await walk(root, found);
    else if (files[i]) found.push(files[i]);
  }
  return found;
}

async function walk(folder, found) {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    for (const entry of some) {
      if (entry.isDirectory) await walk(entry, found);
      else if (PICTURE.test(entry.name)) found.push(await new Promise((resolve, reject) => entry.file(resolve, reject)));
    }
  }
}
