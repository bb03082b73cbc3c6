import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readDurations, writeDurations } from './durations.ts';
import { noteFailure } from './failures.ts';
import { longestFirst, shards } from './queue.ts';
import { type FileResult, MACHINE, type Place, prepare, runFile } from './worker.ts';

/** Files that restart their engine: never the machine's, which may have other work. */
const OWN_ENGINE = ['test/e2e/faults/engine.test.ts'];

export interface RunOptions {
  /** Test files, by their paths from the root of the project. */
  files: readonly string[];
  /** Where files run, one at a time in each. */
  places: readonly Place[];
  /** How often each file runs. */
  times: number;
  /** Which part of how many: 1 of 4. */
  shard?: { index: number; count: number } | undefined;
  /** Images that each engine needs. */
  images: readonly string[];
  /** The table of durations that belongs to the project, and the one that this machine keeps. */
  tables: { committed: string; kept: string };
  /** Whether what the files take here is kept. */
  keepsDurations: boolean;
  /** Where lines for people go. */
  say: (line: string) => void;
}

/**
 * Engines of the test bed, so that what the machine's engine holds, such as the cluster of a test that was killed, is in
 * nobody's way: as many as there are cores, at most 4. Who may start none has the machine's.
 * @param kind how engines of another kind are called; undefined: those like the machine's
 */
export function placesOf(env: NodeJS.ProcessEnv, isRoot: boolean, kind?: string): Place[] {
  const asked = env.K3D_TEST_WORKERS;
  if (asked && !/^[1-9]\d?$/.test(asked)) throw new Error(`K3D_TEST_WORKERS is "${asked}": give a number from 1 to 99`);
  if (!asked && !isRoot && kind === undefined) return [MACHINE];
  const count = asked ? Number(asked) : Math.min(availableParallelism(), 4);
  return Array.from({ length: count }, (_, index) => (kind === undefined ? String(index + 1) : `${kind}w${index}`));
}

/** Runs test files, several at the same time, the longest first. @returns what came of each, and how long workers idled */
export async function runFiles(options: RunOptions): Promise<FileResult[]> {
  const { tables, shard, say, times } = options;
  const durations = readDurations(tables.committed, tables.kept);
  const mine =
    shard === undefined ? options.files : (shards(options.files, durations, shard.count)[shard.index - 1] ?? []);
  const queue = Array.from({ length: times }, () => longestFirst(mine, durations)).flat();
  const results: FileResult[] = [];
  const started = performance.now();
  const places = options.places.slice(0, queue.length);
  const busy = await Promise.all(
    places.map(async (place) => {
      let seconds = 0;
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const result = await runOne(file, place, options.images);
        seconds += result.seconds;
        results.push(result);
        say(`${result.output.trimEnd()}\n${headline(result, place)}`);
      }
      return seconds;
    }),
  );
  const total = (performance.now() - started) / 1000;
  const newest = { ...readDurations(tables.kept) };
  for (const { file, seconds, failed } of results) if (failed === 0) newest[file] = Math.round(seconds);
  if (options.keepsDurations) writeDurations(tables.kept, newest);
  for (const line of summary(results, places, busy, total)) say(line);
  return results;
}

/** One file; a place that can't be had is a failed test of it. */
async function runOne(file: string, place: Place, images: readonly string[]): Promise<FileResult> {
  const where = OWN_ENGINE.includes(file) && place === MACHINE ? 'own' : place;
  const started = performance.now();
  try {
    await prepare(where, images);
  } catch (error) {
    const seconds = (performance.now() - started) / 1000;
    noteFailure('no engine', file, String(error));
    return { file, passed: 0, failed: 1, seconds, output: String(error) };
  }
  return runFile(file, where);
}

function headline({ file, passed, failed, seconds }: FileResult, place: Place): string {
  return `${failed === 0 ? 'ok  ' : 'FAIL'} ${file}: ${passed} passed, ${failed} failed, ${Math.round(seconds)} s, worker ${place}`;
}

/** The ten slowest files, and how long each worker had nothing to do. */
export function summary(
  results: readonly FileResult[],
  places: readonly Place[],
  busy: readonly number[],
  total: number,
): string[] {
  const slowest = [...results].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  return [
    'the slowest files:',
    ...slowest.map(({ file, seconds }) => `${String(Math.round(seconds)).padStart(6)} s  ${file}`),
    ...busy.map(
      (seconds, index) => `worker ${places[index]} idled for ${Math.round(total - seconds)} of ${Math.round(total)} s`,
    ),
  ];
}

/** Where the tables are. @param root of the project @param cache folder that the test bed keeps things in */
export const tablesOf = (root: string, cache: string): RunOptions['tables'] => ({
  committed: join(root, 'test/runner/durations.json'),
  kept: join(cache, 'durations.json'),
});
