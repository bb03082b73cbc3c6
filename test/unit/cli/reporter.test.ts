import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliReporter } from '../../../src/cli/reporter.ts';

const USUAL = { verbose: false, timestamps: false, quiet: false };

/** An output that keeps what is written to it. */
function fakeOutput(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 60, written, write: (text: string) => written.push(text) };
}

test('in a terminal, what is waited for is one line, which the next line replaces', () => {
  const output = fakeOutput(true);
  const reporter = cliReporter(USUAL, output);
  reporter.info('Creating containers');
  reporter.status?.('Waiting for CoreDNS, 1.0 s so far');
  reporter.status?.('Waiting for CoreDNS, 1.0 s so far');
  reporter.status?.(`Waiting for ${'a'.repeat(80)}`);
  reporter.warn('slow');
  reporter.status?.('');
  const clear = '\r\u001b[2K';
  assert.deepEqual(output.written, [
    'Creating containers\n',
    `${clear}Waiting for CoreDNS, 1.0 s so far`,
    `${clear}Waiting for ${'a'.repeat(46)}…`,
    clear,
    'Warning: slow\n',
  ]);
});

test('elsewhere, and with times or without progress, there is no such line', () => {
  assert.equal('status' in cliReporter(USUAL, fakeOutput(false)), false);
  assert.equal('status' in cliReporter({ ...USUAL, timestamps: true }, fakeOutput(true)), false);
  assert.equal('status' in cliReporter({ ...USUAL, quiet: true }, fakeOutput(true)), false);
});
