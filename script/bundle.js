/*
 * Bundles one entry with ncc. Usage: node script/bundle.js ENTRY FOLDER
 *
 * ncc's own command keeps V8's compiled code in a file that it reads at the next start and writes at its end. Code from
 * there can't import() any more, which makes a build fail now and then; so ncc is loaded here as a plain module.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const ncc = createRequire(import.meta.url)('@vercel/ncc/dist/ncc/index.js.cache.js');
const [entry, folder] = process.argv.slice(2);
const options = {
  minify: true,
  license: 'licenses.txt',
  target: 'es2024',
  cache: false,
  quiet: true,
  filename: 'index.js',
};
const { code, assets } = await ncc(resolve(entry), options);
const files = {
  'index.js': code,
  ...Object.fromEntries(Object.entries(assets).map(([name, { source }]) => [name, source])),
};
for (const [name, content] of Object.entries(files)) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
