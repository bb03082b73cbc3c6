import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How long each test file took, in seconds, by its path from the root of the project. */
export type Durations = Record<string, number>;

/** What a file that has never been run is taken for: new ones are seldom the longest. */
const UNKNOWN_S = 60;

/** How long a file will take, in seconds. */
export const expected = (durations: Durations, file: string): number => durations[file] ?? UNKNOWN_S;

/** Tables of durations, one over the other. A table that is missing or can't be read says nothing. */
export function readDurations(...paths: readonly string[]): Durations {
  return Object.assign({}, ...paths.map(readTable)) as Durations;
}

function readTable(path: string): Durations {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Durations;
  } catch {
    return {};
  }
}

/** Writes a table, its files in order. */
export function writeDurations(path: string, durations: Durations): void {
  const sorted = Object.entries(durations).sort(([a], [b]) => (a < b ? -1 : 1));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
}
