import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import Docker from 'dockerode';
import { DockerodeEngine } from '../../../src/docker/dockerode.ts';
import { attempt } from '../../../src/docker/errors.ts';
import { engineAgent } from '../../../src/docker/requests.ts';
import { addContainer } from '../../fakeEngine/api.ts';
import { fakeEngine } from '../../fakeEngine/start.ts';

test('a call that is given up closes its connection, so that nothing keeps the process alive', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-silent-'));
  const socketPath = join(folder, 'engine.sock');
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket.resume())).listen(socketPath);
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const docker = new Docker({ socketPath, agent: engineAgent(false) } as Docker.DockerOptions);
  await assert.rejects(
    attempt(() => docker.version(), {}, 50),
    { name: 'EngineLostError', message: /no answer within 0\.05 s/ },
  );
  // A busy server may not have taken the connection yet.
  if (sockets.length === 0) await once(server, 'connection');
  const [socket] = sockets as [Socket];
  if (!socket.destroyed) await once(socket, 'close', { signal: AbortSignal.timeout(5000) });
  assert.equal(socket.destroyed, true);
});

test('an answer that breaks off is a failure at once', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-cut-'));
  const socketPath = join(folder, 'engine.sock');
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"Version":');
      setTimeout(() => socket.destroy(), 20);
    });
  }).listen(socketPath);
  await once(server, 'listening');
  t.after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const docker = new Docker({ socketPath, agent: engineAgent(false) } as Docker.DockerOptions);
  const engine = new DockerodeEngine(docker, { description: '', host: undefined, publishIP: '' }, {});
  const started = performance.now();
  await assert.rejects(engine.info(), { name: 'EngineLostError' });
  // Not the minute after which any answer is late.
  assert.ok(performance.now() - started < 30_000);
});

test('a command that ends before it has read everything, and an input that breaks', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'node');
  fake.early.add('node');
  fake.commands.set('node', () => ({ stdout: '', stderr: 'no such option', exitCode: 2 }));
  const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) });
  const ran = await engine.containers.exec('node', ['ctr', 'import', '-'], endless);
  assert.deepEqual(ran, { exitCode: 2, stdout: '', stderr: 'no such option' });
  assert.equal(endless.destroyed, true);

  fake.early.clear();
  const breaking = new Readable({ read: () => void breaking.push(Buffer.alloc(1000)) });
  setTimeout(() => breaking.destroy(new Error('the disk is gone')), 20);
  await assert.rejects(engine.containers.exec('node', ['cat'], breaking), /the disk is gone/);
});

test('a command that hangs ends with its signal', async (t) => {
  const { fake, engine } = await fakeEngine(t);
  addContainer(fake.state, 'node');
  fake.hanging.add('node');
  const reason = new Error('the time is up');
  const over = new AbortController();
  setTimeout(() => over.abort(reason), 20);
  await assert.rejects(engine.containers.exec('node', ['nslookup'], undefined, over.signal), reason);
  await assert.rejects(engine.containers.exec('node', ['nslookup'], undefined, over.signal), reason);
});
