import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readDurations, writeDurations } from './durations.ts';
import { longestFirst, shards } from './queue.ts';
import { type FileResult, MACHINE, type Place, prepare, runFile } from './worker.ts';

/** Files that restart their engine: they run where nobody else does, with an engine of the test bed. */
const OWN_ENGINE = ['test/e2e/faults/engine.test.ts'];

export interface RunOptions {
  /** Test files, by their paths from the root of the project. */
  files: readonly string[];
  /** How many files run at the same time. */
  workers: number;
  /** How often each file runs. */
  times: number;
  /** Which part of how many: 1 of 4. */
  shard?: { index: number; count: number } | undefined;
  /** How engines of another kind are called, on which alone the files run; undefined: the machine's, and others like it. */
  kind?: string | undefined;
  /** Images that each engine needs. */
  images: readonly string[];
  /** The table of durations that belongs to the project, and the one that this machine keeps. */
  tables: { committed: string; kept: string };
  /** Where lines for people go. */
  say: (line: string) => void;
}

/** As many workers as there are cores, at most 4; one if there is nobody who may start engines. */
export function workersOf(env: NodeJS.ProcessEnv): number {
  const asked = env.K3D_TEST_WORKERS;
  if (!asked) return process.getuid?.() === 0 ? Math.min(availableParallelism(), 4) : 1;
  if (!/^[1-9]\d?$/.test(asked)) throw new Error(`K3D_TEST_WORKERS is "${asked}": give a number from 1 to 99`);
  return Number(asked);
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
  const count = Math.min(options.workers, queue.length);
  const busy = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const place = placeOf(index, options.kind);
      let seconds = 0;
      for (let file = take(queue, place, count); file !== undefined; file = take(queue, place, count)) {
        const result = await runOne(file, place, options.images);
        seconds += result.seconds;
        results.push(result);
        say(`${result.output.trimEnd()}\n${headline(result, index)}`);
      }
      return seconds;
    }),
  );
  const total = (performance.now() - started) / 1000;
  const newest = { ...readDurations(tables.kept) };
  for (const { file, seconds, failed } of results) if (failed === 0) newest[file] = Math.round(seconds);
  if (options.kind === undefined) writeDurations(tables.kept, newest);
  for (const line of summary(results, busy, total)) say(line);
  return results;
}

const placeOf = (index: number, kind: string | undefined): Place =>
  kind === undefined ? (index === 0 ? MACHINE : String(index)) : `${kind}w${index}`;

/** The next file for a place. Where there are others, the machine's engine leaves to them what restarts an engine. */
function take(queue: string[], place: Place, workers: number): string | undefined {
  const index = queue.findIndex((file) => place !== MACHINE || workers === 1 || !OWN_ENGINE.includes(file));
  return index === -1 ? undefined : queue.splice(index, 1)[0];
}

/** One file; a place that can't be had is a failed test of it. */
async function runOne(file: string, place: Place, images: readonly string[]): Promise<FileResult> {
  const where = OWN_ENGINE.includes(file) && place === MACHINE ? 'own' : place;
  const started = performance.now();
  try {
    await prepare(where, images);
  } catch (error) {
    const seconds = (performance.now() - started) / 1000;
    return { file, passed: 0, failed: 1, seconds, output: String(error) };
  }
  return runFile(file, where);
}

function headline({ file, passed, failed, seconds }: FileResult, worker: number): string {
  return `${failed === 0 ? 'ok  ' : 'FAIL'} ${file}: ${passed} passed, ${failed} failed, ${Math.round(seconds)} s, worker ${worker}`;
}

/** The ten slowest files, and how long each worker had nothing to do. */
export function summary(results: readonly FileResult[], busy: readonly number[], total: number): string[] {
  const slowest = [...results].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  return [
    'the slowest files:',
    ...slowest.map(({ file, seconds }) => `${String(Math.round(seconds)).padStart(6)} s  ${file}`),
    ...busy.map(
      (seconds, index) => `worker ${index} idled for ${Math.round(total - seconds)} of ${Math.round(total)} s`,
    ),
  ];
}

/** Where the tables are. @param root of the project @param cache folder that the test bed keeps things in */
export const tablesOf = (root: string, cache: string): RunOptions['tables'] => ({
  committed: join(root, 'test/runner/durations.json'),
  kept: join(cache, 'durations.json'),
});
