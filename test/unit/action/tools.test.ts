import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type * as Core from '@actions/core';
import { chooseTool, readTools } from '../../../src/action/tools/choose.ts';
import { digestIn, platformOf, provideTools } from '../../../src/action/tools/provide.ts';
import { TOOL_NAMES, TOOLS } from '../../../src/action/tools/table.ts';

const wishes = (value: string) => readTools([{ value, where: 'input "tools", line 1' }]);
const choose = (value: string, ...releases: (string | undefined)[]) => {
  const [wish] = wishes(value);
  assert.ok(wish);
  const { fits, exact } = chooseTool(wish, releases);
  return [fits, exact];
};

test('tools are read with their versions', () => {
  const read = wishes('kubectl@v1.31, helm  k9s@0.50.9').map(({ name, version }) => [name, version]);
  assert.deepEqual(read, [
    ['kubectl', '1.31'],
    ['helm', undefined],
    ['k9s', '0.50.9'],
  ]);
  const wrong: [string, RegExp][] = [
    ['kubeclt', /^input "tools", line 1: "kubeclt" is no tool that is known here; did you mean "kubectl"\?$/],
    ['terraform', /; known are kubectl, helm, k9s, kustomize$/],
    ['helm@v3', /"helm@v3" has no version of helm: expected e\.g\. helm@v3\.\d+\.\d+$/],
    ['kubectl@latest', /expected e\.g\. kubectl@v1\.31 or kubectl@v1\.31\.4$/],
    ['kubectl@', /has no version of kubectl/],
    ['helm@v3.1.2@x', /has no version of helm/],
    ['helm, helm@v3.18.6', /helm is there twice: name each tool once$/],
  ];
  for (const [text, sentence] of wrong) assert.throws(() => wishes(text), { name: 'UserError', message: sentence });
});

test('kubectl fits clusters that are at most one minor away', () => {
  assert.deepEqual(choose('kubectl', '1.31.4'), ['>=1.30.0 <1.33.0', '1.31.4']);
  assert.deepEqual(choose('kubectl', '1.30.2', '1.31.4'), ['>=1.30.0 <1.32.0', '1.31.4']);
  assert.deepEqual(choose('kubectl', '1.30.2', '1.32.1'), ['>=1.31.0 <1.32.0', '1.31.0']);
  assert.deepEqual(choose('kubectl', '1.28.9', '1.33.5'), ['>=1.27.0 <1.30.0', '1.28.9']);
  assert.throws(() => choose('kubectl', '1.31.4', undefined), /does not say its release.*kubectl@v1\.31$/);
  assert.deepEqual(choose('kubectl@v1.31', undefined), ['~1.31.0', undefined]);
  assert.deepEqual(choose('kubectl@1.31.4', '1.20.0'), ['1.31.4', '1.31.4']);
  assert.deepEqual(choose('helm', undefined), ['*', TOOLS.helm.release.slice(1)]);
});

test('where publishers have their tools', () => {
  const arm = { os: 'linux', arch: 'arm64' } as const;
  const urls = TOOL_NAMES.map((name) => [TOOLS[name].url('v1.2.3', arm), TOOLS[name].inArchive?.(arm)]);
  assert.deepEqual(urls, [
    ['https://dl.k8s.io/release/v1.2.3/bin/linux/arm64/kubectl', undefined],
    ['https://get.helm.sh/helm-v1.2.3-linux-arm64.tar.gz', 'linux-arm64/helm'],
    ['https://github.com/derailed/k9s/releases/download/v1.2.3/k9s_Linux_arm64.tar.gz', 'k9s'],
    [
      'https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2Fv1.2.3/kustomize_v1.2.3_linux_arm64.tar.gz',
      'kustomize',
    ],
  ]);
  assert.deepEqual(platformOf('darwin', 'x64', ''), { os: 'darwin', arch: 'amd64' });
  assert.throws(() => platformOf('win32', 'x64', 'input "tools"'), /^UserError: input "tools": .*is win32 with x64/);
  assert.throws(() => platformOf('linux', 's390x', ''), /is linux with s390x/);
});

test('digests are found alone and in lists', () => {
  const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
  assert.equal(digestIn(`${one}\n`, 'kubectl'), one);
  assert.equal(digestIn(`${one}  a.tar.gz\n${two} *b.tar.gz\n`, 'b.tar.gz'), two);
  assert.equal(digestIn(`${one}  a.tar.gz\n`, 'b.tar.gz'), undefined);
  assert.equal(digestIn('not found', 'a'), undefined);
});

/** A server of files, and a runner's folders with a PATH that has no such tools. */
async function surroundings(t: TestContext, files: Record<string, Buffer | string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const content = files[path];
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const folder = mkdtempSync(join(tmpdir(), 'k3d-tools-'));
  const before = { ...process.env };
  t.after(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });
  const [temp, cache, bin] = ['temp', 'cache', 'bin'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [temp, cache, bin]) mkdirSync(path);
  process.env = { ...before, RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: cache, PATH: `${bin}:/usr/bin:/bin` };
  const paths: string[] = [];
  const said: string[] = [];
  const core = { addPath: (path: string) => paths.push(path), info: (text: string) => said.push(text) };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provide = (...tools: ReturnType<typeof chooseTool>[]) =>
    provideTools(core as unknown as typeof Core, { K3D_TOOLS_MIRROR: url }, tools);
  return { asked, bin, temp, paths, said, provide, url };
}

const digest = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const os = process.platform === 'darwin' ? 'darwin' : 'linux';
const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
const program = (text: string): string => `#!/bin/sh\necho "${text}"\n`;
const first = (text: string) => chooseTool(wishes(text)[0] as ReturnType<typeof wishes>[number], []);

test('an archive is unpacked into the tool cache, from which it comes without a network', async (t) => {
  const source = mkdtempSync(join(tmpdir(), 'k3d-archive-'));
  t.after(() => rmSync(source, { recursive: true }));
  mkdirSync(join(source, `${os}-${arch}`));
  writeFileSync(join(source, `${os}-${arch}`, 'helm'), program('v9.8.7+gabc'));
  assert.equal(spawnSync('tar', ['czf', join(source, 'a.tgz'), '-C', source, `${os}-${arch}`]).status, 0);
  const archive = readFileSync(join(source, 'a.tgz'));
  const path = `/get.helm.sh/helm-v9.8.7-${os}-${arch}.tar.gz`;
  const place = await surroundings(t, {
    [path]: archive,
    [`${path}.sha256sum`]: `${digest(archive)}  ${path.split('/').at(-1)}\n`,
  });
  await place.provide(first('helm@v9.8.7'));
  assert.equal(spawnSync(join(place.paths[0] as string, 'helm'), { encoding: 'utf8' }).stdout, 'v9.8.7+gabc\n');
  assert.deepEqual(readdirSync(place.temp), []);
  assert.equal(place.asked.length, 2);
  await place.provide(first('helm@v9.8.7'), first('helm'));
  assert.equal(place.asked.length, 2);
  assert.deepEqual(place.paths, Array(3).fill(place.paths[0]));
});

test('the newest release of a minor, and a program that is there already', async (t) => {
  const kubectl = program('{\\"clientVersion\\": {\\"gitVersion\\": \\"v1.31.9\\"}}');
  const path = `/dl.k8s.io/release/v1.31.9/bin/${os}/${arch}/kubectl`;
  const place = await surroundings(t, {
    '/dl.k8s.io/release/stable-1.31.txt': 'v1.31.9',
    [path]: kubectl,
    [`${path}.sha256`]: digest(kubectl),
  });
  // One that does not fit, and whose compiler has a version too.
  writeFileSync(
    join(place.bin, 'kubectl'),
    program('{\\"goVersion\\": \\"go1.31.2\\", \\"gitVersion\\": \\"v1.20.1\\"}'),
  );
  chmodSync(join(place.bin, 'kubectl'), 0o755);
  await place.provide(first('kubectl@v1.31'));
  assert.deepEqual(place.said, [`kubectl v1.31.9 was downloaded from ${place.url}${path}`]);
  writeFileSync(join(place.bin, 'kubectl'), kubectl);
  await place.provide(first('kubectl@v1.31'));
  assert.equal(place.said[1], 'kubectl v1.31.9 is there already');
  assert.equal(place.paths.length, 1);
});

test('a tool whose digest is not its publisher’s is not used, and one that is not there is named', async (t) => {
  const path = `/dl.k8s.io/release/v1.31.9/bin/${os}/${arch}/kubectl`;
  const place = await surroundings(t, { [path]: 'something else', [`${path}.sha256`]: digest('kubectl') });
  const wrong = `kubectl is not used: its digest is sha256=${digest('something else')}, and .*/kubectl.sha256 says`;
  await assert.rejects(place.provide(first('kubectl@v1.31.9')), new RegExp(wrong));
  await assert.rejects(place.provide(first('kubectl@v1.31.8')), {
    name: 'UserError',
    message: new RegExp(`^input "tools", line 1: kubectl could not be downloaded: ${place.url}/.*/v1.31.8/.*: .*404$`),
  });
  assert.deepEqual(place.paths, []);
});
