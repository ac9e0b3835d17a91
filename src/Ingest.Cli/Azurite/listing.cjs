// Loaded before Azurite (node --require). Makes its listings of blobs such as the service gives them, whatever a blob is called: a name that XML
// cannot hold (most control characters, U+FFFE and U+FFFF) stands percent-encoded and marked Encoded="true". By itself Azurite answers 500 to every
// listing that has such a name, so that one blob hides all others. It also tells by a name where a page ends: that is encoded, and decoded when it comes back.
'use strict';

const path = require('path');

const modules = path.join(__dirname, 'node_modules');
const { Builder } = require(path.join(modules, 'xml2js'));
const { prototype: handler } = require(path.join(modules, 'azurite/dist/src/blob/handlers/ContainerHandler')).default;

const unspeakable = /[^\t\n\r\u0020-\uFFFD]/;

const build = Builder.prototype.buildObject;
Builder.prototype.buildObject = function (body) {
  for (const item of [body.Blobs?.Blob, body.Blobs?.BlobPrefix].flat()) {
    if (unspeakable.test(item?.Name)) item.Name = { $: { Encoded: true }, _: encodeURIComponent(item.Name) };
  }
  return build.call(this, body);
};

for (const listing of ['listBlobFlatSegment', 'listBlobHierarchySegment']) {
  const list = handler[listing];
  handler[listing] = async function (...given) {
    const options = given.at(-2);
    const marker = options.marker || '';
    options.marker = decoded(marker);
    const answer = await list.apply(this, given);
    return { ...answer, marker, nextMarker: encodeURIComponent(answer.nextMarker) };
  };
}

function decoded(marker) {
  try {
    return decodeURIComponent(marker);
  } catch {
    // Made by hand: a name as it is.
    return marker;
  }
}
