import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import {
  emptyKubeconfig,
  formatKubeconfig,
  type Kubeconfig,
  kubeconfigFor,
  mergeKubeconfig,
  parseKubeconfig,
  secretsOf,
  withoutCluster,
} from '../../../src/kubernetes/kubeconfig.ts';
import {
  defaultKubeconfigPath,
  kubeconfigPaths,
  mergeIntoFile,
  removeFromFile,
  writeKubeconfig,
} from '../../../src/kubernetes/kubeconfigFile.ts';

const credentials = { server: 'https://127.0.0.1:6550', ca: 'CA', cert: 'CERT', key: 'KEY' };
const config = (name: string): Kubeconfig => kubeconfigFor(name, credentials);
const folderOf = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
};
const names = (text: string) => {
  const { contexts, clusters, users } = parse(text) as Kubeconfig;
  return [contexts, clusters, users].map((list) => list.map(({ name }) => name));
};

test("entries have k3d's names", () => {
  assert.deepEqual(config('a'), {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'k3d-a', cluster: { 'certificate-authority-data': 'Q0E=', server: 'https://127.0.0.1:6550' } }],
    users: [{ name: 'admin@k3d-a', user: { 'client-certificate-data': 'Q0VSVA==', 'client-key-data': 'S0VZ' } }],
    contexts: [{ name: 'k3d-a', context: { cluster: 'k3d-a', user: 'admin@k3d-a' } }],
    'current-context': 'k3d-a',
  });
  assert.deepEqual(secretsOf(config('a')), ['S0VZ', 'KEY']);
});

test('merging keeps what others have and replaces what is ours', () => {
  const old = parseKubeconfig(
    'clusters: [{name: other, cluster: {server: x}}]\ncurrent-context: other\npreferences: {colors: true}\n',
    'f',
  );
  const once = mergeKubeconfig(old, config('a'), false);
  assert.equal(once['current-context'], 'other');
  assert.deepEqual(once.preferences, { colors: true });
  const twice = mergeKubeconfig(once, config('a'), true);
  assert.deepEqual(
    twice.clusters.map(({ name }) => name),
    ['other', 'k3d-a'],
  );
  assert.equal(twice['current-context'], 'k3d-a');
  assert.equal(mergeKubeconfig(emptyKubeconfig(), config('a'), false)['current-context'], 'k3d-a');
});

test('taking a cluster out leaves the rest, and no current context that points nowhere', () => {
  const both = mergeKubeconfig(config('a'), config('b'), true);
  assert.deepEqual(names(formatKubeconfig(withoutCluster(both, 'b'))), [['k3d-a'], ['k3d-a'], ['admin@k3d-a']]);
  // As k3d does, on to another one.
  assert.equal(withoutCluster(both, 'b')['current-context'], 'k3d-a');
  assert.equal(withoutCluster(withoutCluster(both, 'b'), 'a')['current-context'], '');
  assert.equal(withoutCluster(both, 'a')['current-context'], 'k3d-b');
});

test('what is no kubeconfig is refused with the name of the file', () => {
  assert.throws(() => parseKubeconfig('a: [', '/k'), /^UserError: \/k is no valid YAML/);
  assert.throws(() => parseKubeconfig('- a', '/k'), /^UserError: \/k is no kubeconfig: expected a mapping$/);
  assert.throws(() => parseKubeconfig('clusters: 3', '/k'), /"clusters" must be a list/);
  assert.deepEqual(parseKubeconfig('', '/k'), emptyKubeconfig());
  assert.deepEqual(parseKubeconfig('clusters: null', '/k').clusters, []);
});

test('the default file is the first of KUBECONFIG, else the one at home', () => {
  assert.equal(defaultKubeconfigPath({ KUBECONFIG: ':/a:/b' }, '/home/x'), '/a');
  assert.equal(defaultKubeconfigPath({}, '/home/x'), '/home/x/.kube/config');
  assert.deepEqual(kubeconfigPaths({ KUBECONFIG: '/a:/b' }, '/home/x'), ['/a', '/b']);
});

test('files are made with their folders and are readable by their owner only', async (t) => {
  const path = join(folderOf(t), 'deep', 'config');
  await mergeIntoFile(path, config('a'), true);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  await writeKubeconfig(path, config('b'));
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(names(readFileSync(path, 'utf8'))[0], ['k3d-b']);
});

test('many merges and removals at once lose nothing, and leave no lock or part behind', async (t) => {
  const folder = folderOf(t);
  const path = join(folder, 'config');
  await mergeIntoFile(path, config('gone'), true);
  const all = Array.from({ length: 12 }, (_, index) => `c${index}`);
  await Promise.all([...all.map((name) => mergeIntoFile(path, config(name), true)), removeFromFile(path, 'gone')]);
  assert.deepEqual(names(readFileSync(path, 'utf8'))[0]?.sort(), all.map((name) => `k3d-${name}`).sort());
  assert.deepEqual(readdirSync(folder), ['config']);
});

test('a link to a kubeconfig stays a link', async (t) => {
  const folder = folderOf(t);
  writeFileSync(join(folder, 'real'), '');
  symlinkSync(join(folder, 'real'), join(folder, 'link'));
  await mergeIntoFile(join(folder, 'link'), config('a'), true);
  assert.equal(readlinkSync(join(folder, 'link')), join(folder, 'real'));
  assert.deepEqual(names(readFileSync(join(folder, 'real'), 'utf8'))[0], ['k3d-a']);
});

test('a file of the user keeps its mode and, where that can be changed, its owner', async (t) => {
  const path = join(folderOf(t), 'config');
  writeFileSync(path, '');
  chmodSync(path, 0o640);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(path, 1234, 2345);
  for (const write of [() => mergeIntoFile(path, config('a'), true), () => writeKubeconfig(path, config('a'))]) {
    await write();
    const { mode, uid, gid } = statSync(path);
    assert.equal(mode & 0o777, 0o640);
    if (isRoot) assert.deepEqual([uid, gid], [1234, 2345]);
  }
});

test('a link that leads to nothing yet is followed', async (t) => {
  const folder = folderOf(t);
  symlinkSync('later/config', join(folder, 'link'));
  await mergeIntoFile(join(folder, 'link'), config('a'), true);
  assert.deepEqual(names(readFileSync(join(folder, 'later', 'config'), 'utf8'))[0], ['k3d-a']);
  assert.equal(readlinkSync(join(folder, 'link')), 'later/config');
  symlinkSync('round', join(folder, 'round'));
  await assert.rejects(mergeIntoFile(join(folder, 'round'), config('a'), true), /is a link that leads nowhere/);
});

test(
  'a file that is mounted, or in a folder that nobody may write to, is written in place',
  { skip: process.getuid?.() === 0 ? false : 'mounting needs root' },
  async (t) => {
    const folder = folderOf(t);
    writeFileSync(join(folder, 'outside'), 'current-context: a-long-name-that-has-to-go-altogether\n');
    writeFileSync(join(folder, 'config'), '');
    execFileSync('mount', ['--bind', join(folder, 'outside'), join(folder, 'config')]);
    try {
      await mergeIntoFile(join(folder, 'config'), config('a'), true);
    } finally {
      execFileSync('umount', [join(folder, 'config')]);
    }
    assert.deepEqual(names(readFileSync(join(folder, 'outside'), 'utf8'))[0], ['k3d-a']);
    assert.deepEqual(readdirSync(folder).sort(), ['config', 'outside']);
  },
);

test('a kubeconfig in UTF-16 is understood', async (t) => {
  const path = join(folderOf(t), 'config');
  const text = 'apiVersion: v1\nclusters: [{name: other, cluster: {server: x}}]\n';
  writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  await mergeIntoFile(path, config('a'), true);
  assert.deepEqual(names(readFileSync(path, 'utf8'))[1], ['other', 'k3d-a']);
});

test('a file that is no kubeconfig is left as it is', async (t) => {
  const path = join(folderOf(t), 'config');
  writeFileSync(path, '{ broken');
  await assert.rejects(mergeIntoFile(path, config('a'), true), { name: 'UserError', message: /is no valid YAML/ });
  assert.equal(readFileSync(path, 'utf8'), '{ broken');
});

test('a path that can not be written is one sentence', async (t) => {
  const folder = folderOf(t);
  mkdirSync(join(folder, 'config'));
  await assert.rejects(mergeIntoFile(join(folder, 'config'), config('a'), true), {
    name: 'UserError',
    message: /can't be changed/,
  });
});

test('a file that kubectl is changing is waited for, and a lock that it left is named', async (t) => {
  const folder = folderOf(t);
  const path = join(folder, 'config');
  // What client-go makes beside a file while it changes it.
  writeFileSync(`${path}.lock`, '', { flag: 'wx', mode: 0 });
  const merging = mergeIntoFile(path, config('one'), true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(existsSync(path), false);
  rmSync(`${path}.lock`);
  await merging;
  assert.deepEqual(readdirSync(folder), ['config']);

  writeFileSync(`${path}.lock`, '');
  utimesSync(`${path}.lock`, new Date(0), new Date(0));
  await assert.rejects(removeFromFile(path, 'one'), {
    name: 'UserError',
    message: `the kubeconfig ${path} is locked by ${path}.lock: delete that file if no program is using it`,
  });
});
