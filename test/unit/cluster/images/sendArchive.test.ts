import assert from 'node:assert/strict';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { pack } from 'tar-stream';
import { imagesInArchive } from '../../../../src/cluster/images/imageArchive.ts';
import { importImages } from '../../../../src/cluster/images/importImages.ts';
import type { ClusterNode } from '../../../../src/cluster/find/model.ts';
import { sendArchive } from '../../../../src/cluster/images/sendArchive.ts';
import { silentReporter } from '../../../../src/common/reporter.ts';
import { readAll } from '../../../../src/docker/engine.ts';
import { LABEL } from '../../../../src/contract/labels.ts';
import { addContainer } from '../../../fakeEngine/api.ts';
import type { FakeEngine } from '../../../fakeEngine/engine.ts';
import { fakeEngine } from '../../../fakeEngine/start.ts';

const node = (fake: FakeEngine, name: string): ClusterNode => {
  const { id, labels } = addContainer(fake.state, name);
  return { id, name, labels, image: 'k3s', state: 'running', ports: [], role: 'agent', cluster: 'c' };
};

test('a node that fails does not hold the others up, and is named with the reason', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const nodes = ['good', 'bad', 'late'].map((name) => node(fake, name));
  const got = new Map<string, number>();
  for (const { name } of nodes)
    fake.commands.set(name, (_, input) => {
      if (name === 'bad') return { stderr: 'first\nctr: no space left on device\n', exitCode: 1 };
      got.set(name, input.length);
      return {};
    });
  const chunks = Array.from({ length: 20 }, () => Buffer.alloc(50_000, 1));
  await assert.rejects(sendArchive(engine, Readable.from(chunks), nodes), {
    name: 'UserError',
    message: 'the import failed on bad: ctr: no space left on device',
  });
  assert.deepEqual(Object.fromEntries(got), { good: 1_000_000, late: 1_000_000 });
});

async function archive(t: TestContext): Promise<{ folder: string; tar: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const packed = pack();
  packed.entry(
    { name: 'layer' },
    Buffer.alloc(300_000, 'x').map((_, index) => (index * 7919) % 251),
  );
  packed.entry({ name: 'manifest.json' }, JSON.stringify([{ RepoTags: ['app:1'] }]));
  packed.finalize();
  return { folder, tar: await readAll(Readable.from(packed)) };
}

test('archives are read by their content, whatever their names are', async (t) => {
  const { folder, tar } = await archive(t);
  for (const bytes of [tar, gzipSync(tar), zstdCompressSync(tar)]) {
    writeFileSync(join(folder, 'any'), bytes);
    assert.deepEqual(await imagesInArchive(join(folder, 'any')), ['docker.io/library/app:1']);
  }
});

test('an archive that was cut is refused before a node has any of it', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const { folder, tar } = await archive(t);
  const nodes = [node(fake, 'one')];
  for (const bytes of [tar, gzipSync(tar), zstdCompressSync(tar)]) {
    writeFileSync(join(folder, 'cut'), bytes.subarray(0, bytes.length >> 1));
    const source = { kind: 'archive', path: join(folder, 'cut') } as const;
    await assert.rejects(
      importImages(engine, source, nodes, silentReporter),
      /cut can't be read as an image archive: |neither manifest/,
    );
  }
  assert.ok(!fake.calls.some((call) => call.includes('/exec')), fake.calls.join('\n'));
});

test('an image that is named by its id is told from one that is not there', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  fake.state.images.set('app:1', `sha256:abcdef012345${'0'.repeat(52)}`);
  const nodes = [node(fake, 'one')];
  const tryWith = (name: string) => importImages(engine, { kind: 'images', names: [name] }, nodes, silentReporter);
  await assert.rejects(tryWith('abcdef012345'), /is the id of an image.*docker tag abcdef012345 NAME:TAG/);
  await assert.rejects(tryWith('none:1'), /image none:1 is not in the engine: pull or build it first/);
});

test('an archive that breaks off is in no node, and leaves no half of it in the volume that nodes share', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const nodes = ['one', 'two'].map((name) => node(fake, name));
  for (const one of nodes) one.labels[LABEL.imageVolume] = 'k3d-c-images';
  const ran: string[][] = [];
  for (const { name } of nodes) fake.commands.set(name, (words) => (ran.push([...words]), {}));
  const breaking = Readable.from(
    (function* () {
      yield Buffer.alloc(1000);
      throw new Error('the engine is gone');
    })(),
  );
  await assert.rejects(sendArchive(engine, breaking, nodes), /the engine is gone/);
  assert.deepEqual(
    ran.map(([program]) => program),
    ['sh', 'rm'],
  );
  assert.equal(ran[0]?.at(-1), ran[1]?.at(-1));
});

test('an import that is interrupted ends at once with the reason, and leaves nothing in the volume that nodes share', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  const nodes = ['one', 'two'].map((name) => node(fake, name));
  for (const one of nodes) one.labels[LABEL.imageVolume] = 'k3d-c-images';
  const ran: string[][] = [];
  for (const { name } of nodes) fake.commands.set(name, (words) => (ran.push([...words]), {}));
  const interrupted = new AbortController();
  const endless = new PassThrough();
  endless.write(Buffer.alloc(1000));
  setTimeout(() => interrupted.abort(new Error('Ctrl-C')), 50);
  await assert.rejects(sendArchive(engine, endless, nodes, interrupted.signal), /Ctrl-C/);
  const [program, , path] = ran.at(-1) ?? [];
  assert.equal(program, 'rm');
  assert.match(path ?? '', /\.tar$/);
});
