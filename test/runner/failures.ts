import { appendFileSync } from 'node:fs';
import { digest } from './digest.ts';

/** Appends why a test failed to the file K3D_TEST_FAILURES, for the end of a long run. @param why may be long */
export function noteFailure(name: string, file: string | undefined, why: string): void {
  const path = process.env.K3D_TEST_FAILURES;
  if (!path) return;
  const lines = digest(why).map((line) => `    ${line}`);
  appendFileSync(path, `  ${name} (${file?.replace(/^.*\/test\//, 'test/') ?? 'no file'})\n${lines.join('\n')}\n`);
}
