import { appendFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { connectEngine } from '../../../src/docker/connect.ts';
import { objectsOf, Stage } from '../bed.ts';

/** Whether there is time for all that may go wrong: `script/test faults`. Otherwise for a sample of it. */
export const isLong = process.env.K3D_FAULTS === 'long';

/** One of two figures, by the time there is. */
export const often = (short: number, long: number): number => (isLong ? long : short);

/** A line of the table of faults. */
export interface FaultRow {
  fault: string;
  /** What came of it, in a few words. */
  outcome: string;
  /** Objects that were there afterwards and not before. */
  left: string[];
}

/**
 * Has something go wrong, as often as asked, and checks after each time that nothing is left and nothing of others is
 * gone. Each time is a line of the table that `script/test` prints.
 * @param attempt @returns what came of it, in a few words; throws when that is not as it should be
 */
export async function withFault(
  t: TestContext,
  fault: string,
  times: number,
  attempt: (stage: Stage, time: number) => Promise<string>,
): Promise<void> {
  const engine = await connectEngine();
  for (let time = 0; time < times; time++) {
    const before = await objectsOf(engine);
    const stage = new Stage(engine);
    let row: FaultRow;
    try {
      const outcome = await attempt(stage, time);
      const after = await objectsOf(engine);
      row = { fault, outcome, left: after.filter((object) => !before.includes(object)) };
      const lost = before.filter((object) => !after.includes(object));
      if (lost.length > 0) throw new Error(`of others is gone: ${lost.join(', ')}`);
    } finally {
      await stage.close();
    }
    if (process.env.K3D_FAULTS_TABLE) appendFileSync(process.env.K3D_FAULTS_TABLE, `${JSON.stringify(row)}\n`);
    t.diagnostic(`${fault}: ${row.outcome}`);
    if (row.left.length > 0) throw new Error(`${fault}, time ${time + 1}: left behind: ${row.left.join(', ')}`);
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
