import type { TestEvent } from 'node:test/reporters';
import { noteFailure } from './runner/failures.ts';

/**
 * A reporter for node:test that writes how many tests passed and failed: "PASSED FAILED". Suites don't count. Why tests
 * failed is appended to the file K3D_TEST_FAILURES, for the end of a long run.
 */
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.type === 'test:fail') {
      failed++;
      note(event.data);
    } else if (!event.data.skip && !event.data.todo) passed++;
  }
  yield `${passed} ${failed}\n`;
}

function note({ name, file, details: { error } }: Extract<TestEvent, { type: 'test:fail' }>['data']): void {
  // A test whose parts failed has no reason of its own.
  if ((error as { failureType?: string }).failureType === 'subtestsFailed') return;
  noteFailure(name, file, error.cause instanceof Error ? error.cause.message : String(error.cause ?? error.message));
}
