// npm ci && npm run build: bundles the charting library into www/vendor, which is checked in with its licence.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const from = 'node_modules/uplot';
const { version } = JSON.parse(await readFile(`${from}/package.json`, 'utf8'));
const banner = `/*! uPlot ${version}, MIT, https://github.com/leeoniya/uPlot; licence in uplot.LICENSE.txt */`;
const shared = { minify: true, legalComments: 'none', target: 'es2022' };

await build({ ...shared, entryPoints: [`${from}/dist/uPlot.esm.js`], format: 'esm', outfile: 'www/vendor/uplot.js', banner: { js: banner } });
await build({ ...shared, entryPoints: [`${from}/dist/uPlot.min.css`], outfile: 'www/vendor/uplot.css', banner: { css: banner } });
await copyFile(`${from}/LICENSE`, 'www/vendor/uplot.LICENSE.txt');
