/*
 * What the bundles are made of: kilobytes by package, as they are minified. Usage: node script/sizes.ts
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Bundler = (
  entry: string,
  options: object,
) => Promise<{ code: string; map: { sources: string[]; mappings: string } | string }>;
const ncc = createRequire(import.meta.url)('@vercel/ncc/dist/ncc/index.js.cache.js') as Bundler;

const ENTRIES = ['main', 'post', 'cacheService'] as const;
/** Packages that are smaller than this everywhere are left out, in bytes. */
const SMALL = 10_000;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a segment of a source map (tc39.es/ecma426: base64 VLQ). */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** Bytes of generated code by source: each segment lasts until the next one. */
function bytesBySource(code: string, sources: readonly string[], mappings: string): Map<string, number> {
  const found = new Map<string, number>();
  let source = 0;
  for (const [index, line] of mappings.split(';').entries()) {
    const length = code.split('\n')[index]?.length ?? 0;
    let column = 0;
    let before: { column: number; source: number | undefined } = { column: 0, source: undefined };
    const close = (end: number): void => {
      const name = before.source === undefined ? '' : (sources[before.source] ?? '');
      found.set(name, (found.get(name) ?? 0) + end - before.column);
    };
    for (const segment of line.split(',').filter(Boolean)) {
      const [columns = 0, sourceDelta] = decode(segment);
      column += columns;
      close(column);
      if (sourceDelta !== undefined) source += sourceDelta;
      before = { column, source: sourceDelta === undefined ? undefined : source };
    }
    close(length);
  }
  return found;
}

function packageOf(source: string): string {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];
  return name ?? (source.includes('/src/') ? 'our own code' : 'webpack’s own code');
}

/** A table of the bundles by package, in kilobytes, the heaviest first. */
export async function sizeTable(): Promise<string> {
  const columns: Map<string, number>[] = [];
  for (const entry of ENTRIES) {
    const path = fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url));
    const options = {
      minify: true,
      target: 'es2024',
      cache: false,
      quiet: true,
      sourceMap: true,
      sourceMapRegister: false,
    };
    const { code, map } = await ncc(path, options);
    const { sources, mappings } = (typeof map === 'string' ? JSON.parse(map) : map) as {
      sources: string[];
      mappings: string;
    };
    const found = new Map<string, number>();
    for (const [source, bytes] of bytesBySource(code, sources, mappings))
      found.set(packageOf(source), (found.get(packageOf(source)) ?? 0) + bytes);
    columns.push(found);
  }
  const most = (name: string): number => Math.max(...columns.map((column) => column.get(name) ?? 0));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((a, b) => most(b) - most(a));
  // Our own code is another size with each change: what is asked here is what libraries weigh.
  const large = names.filter((name) => !name.includes(' ') && most(name) >= SMALL);
  const kilobytes = (bytes: number): string => (bytes === 0 ? '' : String(Math.max(1, Math.round(bytes / 1000))));
  const row = (title: string, name: string): string =>
    `| ${title} | ${columns.map((column) => kilobytes(column.get(name) ?? 0)).join(' | ')} |`;
  return [
    `| Package | ${ENTRIES.map((entry) => `\`${entry.replace('Service', '')}.js\``).join(' | ')} |`,
    '| --- | ---: | ---: | ---: |',
    ...large.map((name) => row(`\`${name}\``, name)),
  ].join('\n');
}

if (import.meta.main) process.stdout.write(`${await sizeTable()}\n`);
