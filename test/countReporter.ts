import type { TestEvent } from 'node:test/reporters';

/** A reporter for node:test that writes how many tests passed and failed: "PASSED FAILED". Suites don't count. */
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.type === 'test:fail') failed++;
    else if (!event.data.skip && !event.data.todo) passed++;
  }
  yield `${passed} ${failed}\n`;
}
