import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { DIND_IMAGE } from '../../src/config/defaults.ts';
import { commandExamples } from '../workflows/examples.ts';
import { docker, eventually, freePort, image, LEAN, needed, run, stage, type Stage, workload } from './bed.ts';

/** Our dind image with the node's and the load balancer's images baked in. */
const dind = needed('K3D_IMAGE_DIND');
const inner = ['--image', image, '--no-lb', ...LEAN];

/** A container of the image that is removed, with its data, when the test is over. */
async function container(s: Stage, name: string, options: string[], command: string[] = []): Promise<void> {
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', name])));
  await docker('run', '--detach', '--name', name, ...options, dind, ...command);
}

/** What the container says of itself. */
const logsOf = async (name: string): Promise<string> => {
  const { stdout, stderr } = await run('docker', ['logs', name]);
  return stdout + stderr;
};

const healthOf = (name: string) => docker('inspect', '--format', '{{.State.Health.Status}}', name);

/** How long a container may take to bring its cluster, in milliseconds. */
const HEALTHY_MS = 180_000;

/** What a cluster in a container is waiting for, as far as it says. */
async function stateOf(name: string): Promise<string> {
  const ask = async (...words: string[]) => Object.values(await run('docker', ['exec', name, ...words])).join('\n');
  const nodes = await ask('kubectl', 'get', 'nodes,pods', '--all-namespaces', '--output', 'wide');
  return [nodes, await ask('kubectl', 'get', 'events', '--all-namespaces'), await logsOf(name)].join('\n');
}

/** Waits until the health check says that the container is ready; fails with what it says when it is not, or has ended. */
async function healthy(name: string): Promise<void> {
  const late = Date.now() + HEALTHY_MS;
  for (;;) {
    if ((await healthOf(name)) === 'healthy') return;
    if (Date.now() > late) throw new Error(`${name} is not healthy: ${await stateOf(name)}`);
    if ((await docker('inspect', '--format', '{{.State.Running}}', name)) !== 'true')
      throw new Error(await logsOf(name));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The first commands of docs/dind.md, in words. */
function documented(): string[][] {
  const [block = ''] = /(?<=```sh\n)[^]*?(?=```)/.exec(readFileSync('docs/dind.md', 'utf8')) ?? [];
  return block
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

test('the image brings a cluster, reached from outside, that is there again after a stop', async (t) => {
  const s = await stage(t);
  const [start, kubeconfig, nodes, stop] = documented() as [string[], string[], string[], string[]];
  const web = await freePort();
  // As the docs have it, with this machine's images and a port for a workload.
  const more = [...inner, '--port', `0.0.0.0:${web}:30080@server:0:direct`].join(' ');
  const words = start.slice(1, -1).map((word) => (word.startsWith('K3D_ARGS=') ? `${word} ${more}` : word));
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', 'box'])));
  await docker(...words, '--publish', `127.0.0.1:${web}:${web}`, dind);
  assert.equal(await healthOf('box'), 'starting');
  await healthy('box');
  // The user that is prepared in the image may use the engine.
  assert.match(await docker('exec', '--user', 'k3d', 'box', 'docker', 'ps'), /k3d-box-server-0/);
  const text = await docker(...kubeconfig.slice(1, kubeconfig.indexOf('>')));
  writeFileSync(s.kubeconfig, text, { mode: 0o600 });
  assert.deepEqual(nodes.slice(3), ['get', 'nodes']);
  assert.match(await s.kubectl(...nodes.slice(3)), /k3d-box-server-0 +Ready/);
  await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
  const serve = 'mkdir /tmp/w; echo from inside >/tmp/w/index.html; exec httpd -f -p 8080 -h /tmp/w';
  await s.kubectl('create', 'deployment', 'web', '--image', workload, '--', 'sh', '-c', serve);
  const service = { spec: { ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }] } };
  const expose = ['--port', '80', '--type', 'NodePort', '--overrides', JSON.stringify(service)];
  await s.kubectl('expose', 'deployment', 'web', ...expose);
  const reach = async (signal: AbortSignal) => (await fetch(`http://127.0.0.1:${web}/`, { signal })).text();
  await s.kubectl('rollout', 'status', 'deployment/web', '--timeout', '60s');
  assert.equal(await eventually(reach), 'from inside\n');

  await docker(...stop.slice(1));
  assert.equal(await docker('inspect', '--format', '{{.State.ExitCode}}', 'box'), '0');
  await docker('start', 'box');
  await healthy('box');
  assert.equal(await s.kubectl('get', 'configmap', 'kept', '--output', 'jsonpath={.data.a}'), 'b');
  assert.equal(await eventually(reach), 'from inside\n');
});

test('a container that is killed while it makes its cluster makes it anew when it is started again', async (t) => {
  const s = await stage(t);
  await container(s, 'k3d-e2e-killed', ['--privileged', '--env', `K3D_ARGS=killed ${inner.join(' ')}`]);
  const nodes = () => docker('exec', 'k3d-e2e-killed', 'docker', 'ps', '--format', '{{.Names}}');
  await eventually(async () =>
    (await nodes()).includes('k3d-killed-server-0') ? true : Promise.reject(new Error('none')),
  );
  await docker('kill', 'k3d-e2e-killed');
  await docker('start', 'k3d-e2e-killed');
  await healthy('k3d-e2e-killed');
  assert.match(await docker('exec', 'k3d-e2e-killed', 'kubectl', 'get', 'nodes'), /k3d-killed-server-0 +Ready/);
});

test('a command gets input, output, the engine and the cluster, and its exit code is the container’s', async (t) => {
  const s = await stage(t);
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', 'k3d-e2e-command'])));
  const words = ['run', '--rm', '--interactive', '--name', 'k3d-e2e-command', '--privileged'];
  // A job's own variables must not lead away from the engine in here (GitLab gives them to services too).
  const misleading = ['--env', 'DOCKER_HOST=tcp://nowhere:2375', '--env', 'DOCKER_TLS_VERIFY=1'];
  const child = spawn('docker', [
    ...words,
    ...misleading,
    dind,
    'sh',
    '-c',
    'cat; docker info --format "{{.ServerVersion}}"; exit 7',
  ]);
  child.stdin.end('typed\n');
  const [output, code] = await Promise.all([text(child.stdout), new Promise((resolve) => child.on('close', resolve))]);
  assert.match(output, /^typed\n\d+\.\d+/);
  assert.equal(code, 7);
});

test('other programs use the engine over TCP with TLS when it is asked for', async (t) => {
  const s = await stage(t);
  const [port, api] = [await freePort(), await freePort()];
  const publish = ['--publish', `127.0.0.1:${port}:2376`, '--publish', `127.0.0.1:${api}:${api}`];
  await container(s, 'k3d-e2e-tls', ['--privileged', ...publish, '--env', 'DOCKER_TLS_CERTDIR=/certs']);
  await healthy('k3d-e2e-tls');
  const certs = join(s.folder, 'certs');
  mkdirSync(certs);
  await docker('cp', 'k3d-e2e-tls:/certs/client/.', certs);
  const env = { DOCKER_HOST: `tcp://127.0.0.1:${port}`, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certs };
  await s.k3dOk(['cluster', 'create', 'far', ...inner, '--api-port', String(api), '--wait=nodes'], env);
  assert.match(await s.kubectl('config', 'view'), new RegExp(`server: https://127.0.0.1:${api}\n`));
  assert.match(await s.kubectl('get', 'nodes'), /k3d-far-server-0 +Ready/);
  const without = await run('docker', ['version'], { ...env, DOCKER_TLS_VERIFY: '', DOCKER_CERT_PATH: '' });
  assert.notEqual(without.status, 0);
});

test('k3d --dind keeps a cluster and all that belongs to it in one container', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  const before = await docker('ps', '--all', '--quiet');
  s.defer(async () => void (await run('docker', ['rm', '--force', '--volumes', 'box'])));
  const registry = await freePort();
  const ports = ['--port', `${port}:30081@server:0:direct`];
  const [create = [], list = [], remove = []] = commandExamples('docs/dind.md');
  await s.k3dOk([
    ...create,
    ...inner,
    ...ports,
    '--local-images',
    '--registry-create',
    `demo-registry:127.0.0.1:${registry}`,
  ]);
  assert.equal(
    (await docker('ps', '--all', '--quiet')).split('\n').length,
    before.split('\n').filter(Boolean).length + 1,
  );
  assert.match(await s.kubectl('get', 'nodes'), /k3d-demo-agent-0 +Ready/);
  assert.match(await s.k3dOk(list), /demo +1\/1 +1\/1/);
  assert.doesNotMatch(await s.k3dOk(['cluster', 'list']), /demo/);
  // What was built on the job's engine is brought into the cluster in the container.
  await docker('tag', workload, 'k3d-e2e/own:1');
  s.defer(async () => void (await run('docker', ['rmi', 'k3d-e2e/own:1'])));
  await s.k3dOk(['image', 'import', 'k3d-e2e/own:1', '--cluster', 'demo'], { K3D_DIND: 'box' });
  await s.kubectl('run', 'own', '--image', 'k3d-e2e/own:1', '--image-pull-policy', 'Never', '--', 'sleep', '600');
  await s.kubectl('wait', '--for', 'condition=Ready', 'pod/own', '--timeout', '60s');
  // Or pulled from there, as from a registry.
  await docker('tag', workload, 'k3d-e2e/local:1');
  s.defer(async () => void (await run('docker', ['rmi', 'k3d-e2e/local:1'])));
  await s.kubectl('run', 'local', '--image', 'k3d-e2e/local:1', '--image-pull-policy', 'Always', '--', 'sleep', '600');
  await s.kubectl('wait', '--for', 'condition=Ready', 'pod/local', '--timeout', '60s');
  assert.match(await s.k3dOk(['--dind=box', 'cluster', 'show', 'demo']), /^Local images \(built\) at .*: 1 pulled, /m);
  const pushed = `localhost:${registry}/own:1`;
  await docker('tag', workload, pushed);
  s.defer(async () => void (await run('docker', ['rmi', pushed])));
  await docker('push', pushed);
  await s.kubectl('run', 'pushed', '--image', pushed, '--', 'sleep', '600');
  await s.kubectl('wait', '--for', 'condition=Ready', 'pod/pushed', '--timeout', '60s');
  // Someone else's prune does not take it for a leftover, and k3d itself does not stumble over it.
  assert.doesNotMatch(await s.k3dOk(['prune', '--dry-run']), /box/);
  const theirs = await run(needed('K3D_TEST_K3D'), ['cluster', 'list']);
  assert.equal(theirs.status, 0, theirs.stderr);
  const again = await s.k3d(['--dind=box', 'cluster', 'create', 'second', ...inner]);
  assert.match(again.stderr, /^Error: container "box" with an engine in it exists already: .+\n$/m);
  const deleted = await s.k3d(['--verbose', ...remove]);
  assert.match(deleted.stderr, /Container box, which held the engine, is removed too/);
});

/** Runs a container that is expected to end by itself. @returns its exit code and what it said */
async function failing(
  t: TestContext,
  options: string[],
  command: string[] = [],
): Promise<{ code: string; log: string }> {
  const s = await stage(t);
  await container(s, 'k3d-e2e-bad', options, command);
  const code = await docker('wait', 'k3d-e2e-bad');
  return { code, log: await logsOf('k3d-e2e-bad') };
}

/** Exactly one sentence, and no stack trace. */
function assertSentence({ code, log }: { code: string; log: string }, expected: RegExp): void {
  assert.equal(code, '1', log);
  assert.deepEqual(log.split('\n').filter((line) => line.startsWith('Error: ')).length, 1, log);
  assert.match(log, expected);
  assert.doesNotMatch(log, /\n {4}at /);
}

test('layers that are used where they are, in the image, are there again after a stop and can be removed', async (t) => {
  const s = await stage(t);
  const name = 'k3d-e2e-layers';
  await container(s, name, ['--privileged', '--env', 'K3D_LAYERS_IN_PLACE=true']);
  await healthy(name);
  const version = () => docker('exec', name, 'docker', 'run', '--rm', image, '--version');
  const mounts = () => docker('exec', name, 'sh', '-c', 'mount | grep -c "overlay2/.*/diff type" || true');
  assert.match(await version(), /^k3s version/);
  assert.notEqual(await mounts(), '0');
  const again = async () => {
    await docker('stop', name);
    await docker('start', name);
    await eventually(async () => (await docker('exec', name, 'k3d-health'), true));
  };
  await again();
  assert.match(await version(), /^k3s version/);
  // Nothing but sizes decides which layer is mounted: all of the image's go with it.
  await docker('exec', name, 'docker', 'rmi', image);
  assert.equal(await mounts(), '0');
  await again();
  assert.equal(await docker('exec', name, 'docker', 'images', '--quiet'), '');
});

test('the compose example’s engine comes up, with the group that the runner is in', async (t) => {
  const s = await stage(t);
  const published = DIND_IMAGE;
  await docker('tag', dind, published);
  s.defer(async () => void (await run('docker', ['rmi', published])));
  // The compose program is in the image; it works on the engine that is mounted.
  const mounts = [
    '--volume',
    '/var/run/docker.sock:/var/run/docker.sock',
    '--volume',
    `${resolve('dind/examples/compose')}:/c:ro`,
  ];
  const env = ['--env', 'RUNNER_URL=https://example.invalid', '--env', 'RUNNER_TOKEN=none'];
  const words = [
    'run',
    '--rm',
    '--entrypoint',
    'docker',
    ...mounts,
    ...env,
    dind,
    'compose',
    '--project-name',
    'k3d-e2e-compose',
  ];
  const compose = (...args: string[]) => docker(...words, '--file', '/c/compose.yaml', ...args);
  s.defer(async () => void (await compose('down', '--volumes', '--timeout', '60')));
  assert.match(await compose('config', '--services'), /^engine\nrunner$/);
  await compose('up', '--detach', '--wait', 'engine');
  const engine = await docker('ps', '--quiet', '--filter', 'label=com.docker.compose.project=k3d-e2e-compose');
  assert.equal(await docker('exec', engine, 'stat', '--format', '%g', '/var/run/docker.sock'), '123');
});

test('a container that can’t work says why', async (t) => {
  const cases: [string, string[], string[], RegExp][] = [
    ['unprivileged', [], [], /^Error: this container is not privileged.*--privileged/m],
    ['no kmsg', ['--cap-add', 'SYS_ADMIN'], [], /^Error: there is no \/dev\/kmsg in this container/m],
    ['no cgroups', ['--privileged', '--tmpfs', '/sys/fs/cgroup'], [], /^Error: no cgroups are mounted at/m],
    [
      'no config',
      ['--privileged', '--env', 'K3D_CONFIG=/none.yaml'],
      [],
      /^Error: K3D_CONFIG: there is no file \/none\.yaml/m,
    ],
    [
      'bad flag',
      ['--privileged'],
      ['--no-such-flag'],
      /^Error: the Docker engine did not start: unknown flag: --no-such-flag/m,
    ],
    [
      'small disk',
      ['--privileged', '--tmpfs', '/var/lib/docker:size=100m'],
      [],
      /^Error: \d+ MB are free in \/var\/lib\/docker, which is too little/m,
    ],
    [
      'bad name',
      ['--privileged', '--env', 'DOCKER_TLS_CERTDIR=/certs', '--env', 'DOCKER_TLS_SAN=x y'],
      [],
      /^Error: DOCKER_TLS_SAN: "x" is no name/m,
    ],
    [
      'bad switch',
      ['--privileged', '--env', 'K3D_LAYERS_IN_PLACE=1'],
      [],
      /^Error: K3D_LAYERS_IN_PLACE: "1" is neither "true" nor "false"/m,
    ],
    [
      'port taken',
      ['--privileged'],
      ['--host=tcp://192.0.2.1:2375', '--tls=false'],
      /^Error: the Docker engine did not start: .*192\.0\.2\.1/m,
    ],
    [
      'no command',
      ['--privileged'],
      ['no-such-program'],
      /^Error: the command "no-such-program" is not in this image/m,
    ],
    [
      'bad cluster',
      ['--privileged', '--env', 'K3D_ARGS=x --servers 0'],
      [],
      /Error: .*servers[^]*the cluster could not be created/m,
    ],
  ];
  for (const [name, options, command, expected] of cases) {
    await t.test(name, async (inner) => {
      const ended = await failing(inner, options, command);
      if (name === 'bad cluster') assert.match(ended.log, expected);
      else assertSentence(ended, expected);
    });
  }
});
