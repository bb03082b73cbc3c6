import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PATHS } from './paths.ts';

export type Phase = 'starting' | 'ready' | 'failed';

/** Says how far the container is: in its log, and for its health check. */
export function tell(phase: Phase, sentence: string, stream: NodeJS.WritableStream = process.stderr): void {
  stream.write(phase === 'failed' ? `Error: ${sentence}\n` : `==> ${sentence}\n`);
  mkdirSync(dirname(PATHS.state), { recursive: true });
  // In one step: the health check never reads half of it.
  writeFileSync(`${PATHS.state}.new`, `${phase}\n${sentence}\n`);
  renameSync(`${PATHS.state}.new`, PATHS.state);
}
