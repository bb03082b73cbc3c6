import { type Durations, expected } from './durations.ts';

/** The files, the one that takes longest first: whoever begins it last is what all others wait for. */
export function longestFirst(files: readonly string[], durations: Durations): string[] {
  return [...files].sort((a, b) => expected(durations, b) - expected(durations, a) || (a < b ? -1 : 1));
}

/**
 * Files divided among machines that can't take from one queue: each goes to the one that has the least to do so far.
 * @param count of machines
 */
export function shards(files: readonly string[], durations: Durations, count: number): string[][] {
  const made = Array.from({ length: count }, (): { files: string[]; seconds: number } => ({ files: [], seconds: 0 }));
  for (const file of longestFirst(files, durations)) {
    const least = made.reduce((best, shard) => (shard.seconds < best.seconds ? shard : best));
    least.files.push(file);
    least.seconds += expected(durations, file);
  }
  return made.map((shard) => shard.files);
}
