import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killIfItHangs } from '../processes.ts';
import { noteFailure } from './failures.ts';

const bedWorker = fileURLToPath(new URL('../bed/worker', import.meta.url));
const reporter = fileURLToPath(new URL('../countReporter.ts', import.meta.url));

/** What came of one test file. */
export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  seconds: number;
  /** What its tests wrote. */
  output: string;
}

/** Where tests run: with an engine of the test bed of that name, or with the machine's. */
export type Place = string;
export const MACHINE: Place = 'machine';

/** A file that goes on for so long hangs, in milliseconds. It fails then, so that the rest of a run is seen. */
const HANGS_MS = 30 * 60_000;

/** Sees to it that a place has its engine, with these images. @throws Error with what the test bed wrote */
export async function prepare(place: Place, images: readonly string[]): Promise<void> {
  if (place === MACHINE) return;
  const { status, output } = await collect(bedWorker, [place, 'start', ...images]);
  if (status !== 0) throw new Error(`the engine of worker ${place} did not start:\n${output}`);
}

/** Runs the tests of one file to their end, or until they hang. @param hangsMs after which they do */
export async function runFile(file: string, place: Place, hangsMs: number = HANGS_MS): Promise<FileResult> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-runner-'));
  const counts = join(folder, 'counts');
  const command = [
    ...[process.execPath, '--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`, file],
  ];
  const [program, ...args] = place === MACHINE ? command : [bedWorker, place, 'run', ...command];
  const started = performance.now();
  const { status, output } = await collect(program as string, args, hangsMs);
  const seconds = (performance.now() - started) / 1000;
  const [passed, failed] = readCounts(counts);
  rmSync(folder, { recursive: true, force: true });
  // A file that can't even be loaded is a failed test; a runner that dies without a word is one too.
  return { file, passed, failed: status === 0 ? failed : Math.max(failed, 1), seconds, output };
}

function readCounts(path: string): [number, number] {
  try {
    const [passed = 0, failed = 0] = readFileSync(path, 'utf8').split(' ').map(Number);
    return [passed, failed];
  } catch {
    return [0, 0];
  }
}

function collect(
  program: string,
  args: readonly string[],
  hangsMs?: number,
): Promise<{ status: number; output: string }> {
  // A runner inside of a runner would report to the outer one.
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  if (hangsMs !== undefined) {
    killIfItHangs(child, hangsMs, () => {
      output += `\nkilled: it hung for ${hangsMs / 1000} s\n`;
      noteFailure('the file hung', args.at(-1), output);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? -1, output }));
  });
}
