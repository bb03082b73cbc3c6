import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { affectedBy } from './imports.ts';
import { placesOf, runFiles, tablesOf } from './run.ts';

/*
 * What script/test runs files with. Usage:
 *   main.ts run --counts FILE --cache FOLDER [--times N] [--shard K/N] [--kind NAME] FILE...
 *   main.ts changed BASE FILE...     prints those that a change since BASE may break
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    counts: { type: 'string' },
    cache: { type: 'string' },
    times: { type: 'string', default: '1' },
    shard: { type: 'string' },
    kind: { type: 'string' },
  },
});
const [verb, ...rest] = positionals;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (verb === 'changed') say(changed(rest[0] as string, rest.slice(1)).join('\n'));
else await run(rest);

/** Tests of the action run what is built, and all of them the test bed. */
function changed(base: string, files: readonly string[]): string[] {
  const git = (...args: string[]): string[] =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  const names = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
  const read = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  const byBundle = names.some((name) => name.startsWith('dist/') || name === 'action.yml');
  const byBed = names.some((name) => name.startsWith('test/bed/') || name === 'package-lock.json');
  const affected = new Set(affectedBy(names, files, read));
  return files.filter(
    (file) =>
      affected.has(file) ||
      (byBundle && file.startsWith('test/workflows/')) ||
      (byBed && !file.startsWith('test/unit/')),
  );
}

async function run(files: readonly string[]): Promise<void> {
  const [index, count] = (values.shard ?? '').split('/').map(Number);
  const results = await runFiles({
    files,
    places: placesOf(process.env, process.getuid?.() === 0, values.kind),
    times: Number(values.times),
    shard: values.shard === undefined ? undefined : { index: index as number, count: count as number },
    keepsDurations: values.kind === undefined,
    images: (process.env.K3D_BED_IMAGES ?? '').split(' ').filter(Boolean),
    tables: tablesOf(root, values.cache as string),
    say,
  });
  const sum = (of: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[of], 0);
  for (const { file } of results.filter(({ failed }) => failed > 0)) say(`FAIL ${file}`);
  writeFileSync(values.counts as string, `${sum('passed')} ${sum('failed')}\n`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
