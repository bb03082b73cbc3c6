import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addContainer } from '../../fakeEngine/api.ts';
import { fakeEngine } from '../../fakeEngine/start.ts';

const cli = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));

async function k3d(socket: string, args: string[]): Promise<{ code: number; stderr: string }> {
  const env = { ...process.env, DOCKER_HOST: `unix://${socket}` };
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stderr };
}

test('a registry that another process was faster with stays', async (t) => {
  const { fake, socket } = await fakeEngine(t);
  fake.state.images.set('registry:2', `sha256:${'c'.repeat(64)}`);
  fake.state.networks.set('bridge', { id: 'n1', labels: {} });
  // It appears after it was looked for, and before it is made.
  fake.before(
    ({ path }) => path === '/containers/create',
    () => {
      if (!fake.state.containers.has('k3d-shared'))
        addContainer(fake.state, 'k3d-shared', { labels: { winner: 'yes' } });
    },
  );
  const { code, stderr } = await k3d(socket, ['registry', 'create', 'shared', '--image', 'registry:2']);
  assert.equal(code, 1);
  assert.match(stderr, /^Error: container k3d-shared exists already/m);
  assert.equal(fake.state.containers.get('k3d-shared')?.labels.winner, 'yes');
});

test('an engine that accepts and never answers ends the command, and nothing is left that keeps it alive', async (t) => {
  const { fake, socket } = await fakeEngine(t);
  fake.fault(({ path }) => path === '/version', { kind: 'cut', bytes: 5 });
  const { code, stderr } = await k3d(socket, ['cluster', 'list']);
  assert.equal(code, 1);
  assert.match(stderr, /^Error: the Docker engine at .* can't be reached/m);
});

test('no warning of Node’s is on standard error, whatever the engine’s address', async () => {
  const child = spawn(process.execPath, [cli, 'cluster', 'list'], {
    env: { ...process.env, DOCKER_HOST: 'tcp://127.0.0.1:1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  await once(child, 'close');
  assert.match(stderr, /^Error: [^\n]*does not answer[^\n]*\n$/m);
});
