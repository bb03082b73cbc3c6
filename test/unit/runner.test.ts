import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../run.ts';
import { digest } from '../runner/digest.ts';
import { affectedBy } from '../runner/imports.ts';
import { longestFirst, shards } from '../runner/queue.ts';
import { placesOf, runFiles, summary } from '../runner/run.ts';
import { runFile } from '../runner/worker.ts';

const DURATIONS = { a: 10, b: 200, c: 30, d: 90 };

test('the longest comes first, and one that is new is taken for middling', () => {
  assert.deepEqual(longestFirst(['a', 'b', 'c', 'd', 'new'], DURATIONS), ['b', 'd', 'new', 'c', 'a']);
});

test('shards have each file once, and about as much to do', () => {
  const made = shards(['a', 'b', 'c', 'd'], DURATIONS, 2);
  assert.deepEqual(made, [['b'], ['d', 'c', 'a']]);
  assert.deepEqual(shards([], DURATIONS, 3), [[], [], []]);
});

test('a change touches the tests that reach it, over imports and over what they open', () => {
  const files: Record<string, string> = {
    'test/unit/a.test.ts': "import { x } from '../../src/x.ts';\n",
    'test/unit/b.test.ts': "const lazy = await import('../../src/y.ts');\n",
    'test/e2e/c.test.ts': "import { stage } from './bed.ts';\n",
    'test/e2e/bed.ts': "const cli = new URL('../../src/cli.ts', import.meta.url);\n",
    'test/unit/d.test.ts': "const docs = new URL('../../docs', import.meta.url);\n",
    'src/cli.ts': "import './y.ts';\n// from 'nothing'\n",
    'src/x.ts': '',
    'src/y.ts': "export { z } from './z.ts';\n",
    'src/z.ts': '',
  };
  const tests = Object.keys(files).filter((name) => name.endsWith('.test.ts'));
  const affected = (...changed: string[]) => affectedBy(changed, tests, (path) => files[path]);
  assert.deepEqual(affected('src/x.ts'), ['test/unit/a.test.ts']);
  assert.deepEqual(affected('src/cli.ts'), ['test/e2e/c.test.ts']);
  assert.deepEqual(affected('docs/cli.md'), ['test/unit/d.test.ts']);
  assert.deepEqual(affected('README.md'), []);
  assert.deepEqual(affected('test/unit/b.test.ts'), ['test/unit/b.test.ts']);
});

test('workers are as many as are asked for, each with an engine of its own where one may be started', () => {
  assert.deepEqual(placesOf({ K3D_TEST_WORKERS: '3' }, true), ['1', '2', '3']);
  assert.deepEqual(placesOf({ K3D_TEST_WORKERS: '1' }, true), ['1']);
  assert.deepEqual(placesOf({ K3D_TEST_WORKERS: '2' }, true, 'podman'), ['podmanw0', 'podmanw1']);
  assert.ok(!placesOf({}, true).includes('machine'));
  assert.deepEqual(placesOf({}, false), ['machine']);
  assert.throws(() => placesOf({ K3D_TEST_WORKERS: 'two' }, true), /K3D_TEST_WORKERS is "two"/);
});

test('files are run, counted, and their durations kept; one that dies is a failed test', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-runner-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const good = write(
    'good.test.mjs',
    "import { test } from 'node:test';\ntest('a', () => {});\ntest('b', { skip: true }, () => {});\n",
  );
  const bad = write(
    'bad.test.mjs',
    "import { test } from 'node:test';\ntest('a', () => { throw new Error('no'); });\n",
  );
  const dead = write('dead.test.mjs', 'process.kill(process.pid, "SIGKILL");\n');
  const said: string[] = [];
  const [failures, outer] = [join(folder, 'failures'), process.env.K3D_TEST_FAILURES];
  process.env.K3D_TEST_FAILURES = failures;
  t.after(() => (outer === undefined ? delete process.env.K3D_TEST_FAILURES : (process.env.K3D_TEST_FAILURES = outer)));
  const tables = { committed: join(folder, 'none.json'), kept: join(folder, 'cache', 'durations.json') };
  const options = {
    places: ['machine'],
    times: 2,
    images: [],
    tables,
    keepsDurations: true,
    say: (line: string) => void said.push(line),
  };
  const results = await runFiles({ ...options, files: [good, bad, dead] });
  const counts = (file: string) =>
    results.filter((one) => one.file === file).map(({ passed, failed }) => `${passed} ${failed}`);
  assert.deepEqual(
    [counts(good), counts(bad), counts(dead)],
    [
      ['1 0', '1 0'],
      ['0 1', '0 1'],
      ['0 1', '0 1'],
    ],
  );
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(tables.kept, 'utf8')) as object), [good]);
  assert.match(said.join('\n'), /^FAIL .*bad\.test\.mjs: 0 passed, 1 failed/m);
  assert.match(readFileSync(failures, 'utf8'), /^  a \(.*bad\.test\.mjs\)\n    no\n/);
  const one = await runFiles({ ...options, files: [good, bad], times: 1, shard: { index: 2, count: 2 } });
  assert.equal(one.length, 1);
});

test('a file that hangs is killed with all that it has started, is a failed test, and shows what it wrote', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-runner-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [file, failures, outer] = [
    join(folder, 'hang.test.mjs'),
    join(folder, 'failures'),
    process.env.K3D_TEST_FAILURES,
  ];
  process.env.K3D_TEST_FAILURES = failures;
  t.after(() => (outer === undefined ? delete process.env.K3D_TEST_FAILURES : (process.env.K3D_TEST_FAILURES = outer)));
  writeFileSync(
    file,
    `import { spawn } from 'node:child_process';
import { test } from 'node:test';
test('fine', () => undefined);
test('hangs', () => new Promise(() => spawn('sleep', ['987654'])));
`,
  );
  const { failed, output } = await runFile(file, 'machine', 3000);
  assert.equal(failed, 1);
  assert.match(output, /fine[^]*killed: it hung for 3 s/);
  assert.match(readFileSync(failures, 'utf8'), /^ {2}the file hung \(.*hang\.test\.mjs\)\n/);
  assert.doesNotMatch((await run('ps', ['-eo', 'args='])).stdout, /^sleep 987654$/m);
});

test('the end tells the slowest, and how long workers had nothing to do', () => {
  const result = (file: string, seconds: number) => ({ file, seconds, passed: 1, failed: 0, output: '' });
  assert.deepEqual(summary([result('quick', 1.2), result('slow', 80)], ['1', '2'], [80, 20], 81), [
    'the slowest files:',
    '    80 s  slow',
    '     1 s  quick',
    'worker 1 idled for 1 of 81 s',
    'worker 2 idled for 61 of 81 s',
  ]);
});

test('of what a failed test wrote the end shows what tells why', () => {
  assert.deepEqual(digest('one\n\ntwo  \n'), ['one', 'two']);
  const noise = Array.from({ length: 100 }, (_, index) => `line ${index}`);
  assert.deepEqual(digest([...noise, '\u001b[31mError: no\u001b[0m', ...noise].join('\n')), ['Error: no']);
  const many = Array.from({ length: 100 }, (_, index) => `failed: ${index}`);
  assert.deepEqual(digest(many.join('\n')), [...many.slice(0, 10), ...many.slice(-10)]);
  assert.equal(digest(noise.join('\n')).length, 20);
});
