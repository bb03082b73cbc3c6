import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { registryAuth, registryOf } from '../../../src/docker/auth.ts';
import { connectEngine, remedyFor } from '../../../src/docker/connect.ts';
import { resolveEngineAddress } from '../../../src/docker/context.ts';
import { CommandAgent, sshCommand } from '../../../src/docker/ssh.ts';

const folderOf = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
};

/** An engine that answers /version only, for faults that a real one can't be brought to have. */
async function fakeEngine(t: TestContext, apiVersion: string, os = 'linux'): Promise<string> {
  const socket = join(folderOf(t), 'engine.sock');
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/version' ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ Version: 'x', ApiVersion: apiVersion, Os: os, Arch: 'amd64' }));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return socket;
}

/** An engine whose lists are what is given, of a type that the header names. */
async function engineThatLists(t: TestContext, list: string): Promise<string> {
  const socket = join(folderOf(t), 'engine.sock');
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const version = JSON.stringify({ Version: 'x', ApiVersion: '1.45', Os: 'linux', Arch: 'amd64' });
    response.end(request.url === '/version' ? version : list);
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `unix://${socket}`;
}

test('an answer that is not what the API says is a sentence, however it is spoilt', async (t) => {
  const volumes = async (list: string) =>
    (await connectEngine({ DOCKER_HOST: await engineThatLists(t, list) })).volumes.list([]);
  await assert.rejects(volumes('{"Volumes": [{"Na'), /does not answer as it should any more: .* is no JSON/);
  await assert.rejects(volumes('{"Volumes": 3}'), /not as the Docker API has it/);
  assert.deepEqual(await volumes('{"Volumes": null}'), []);
});

function addContext(configDir: string, name: string, endpoint: object): void {
  const digest = createHash('sha256').update(name).digest('hex');
  const folder = join(configDir, 'contexts', 'meta', digest);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'meta.json'), JSON.stringify({ Name: name, Endpoints: { docker: endpoint } }));
}

test('the engine is looked for where the docker CLI looks', (t) => {
  const home = folderOf(t);
  const config = join(home, '.docker');
  addContext(config, 'remote', { Host: 'tcp://10.0.0.1:2376' });
  writeFileSync(join(config, 'config.json'), '{"currentContext":"remote"}');
  const url = (env: NodeJS.ProcessEnv) => resolveEngineAddress(env, home).url;
  assert.equal(url({ DOCKER_HOST: 'unix:///x.sock', DOCKER_CONTEXT: 'remote' }), 'unix:///x.sock');
  assert.equal(url({ DOCKER_HOST: '10.0.0.9:2375' }), 'tcp://10.0.0.9:2375');
  assert.equal(url({ DOCKER_CONTEXT: 'remote' }), 'tcp://10.0.0.1:2376');
  assert.equal(url({}), 'tcp://10.0.0.1:2376');
  assert.match(url({ DOCKER_CONTEXT: 'default' }), /^unix:\/\/.*docker\.sock$/);
});

test('TLS follows the variables of the docker CLI', () => {
  const certs = (env: NodeJS.ProcessEnv) =>
    resolveEngineAddress({ DOCKER_HOST: 'tcp://h:2376', ...env }, '/home/x').certs;
  assert.equal(certs({}), undefined);
  assert.equal(certs({ DOCKER_TLS_VERIFY: '1' }), '/home/x/.docker');
  assert.equal(certs({ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' }), '/certs');
});

test('wrong places for an engine are one sentence each', async (t) => {
  const folder = folderOf(t);
  const cases: [NodeJS.ProcessEnv, RegExp][] = [
    [
      { DOCKER_HOST: `unix://${folder}/none.sock` },
      /^cannot connect to Docker: there is no socket at unix:.*none\.sock \(DOCKER_HOST\)/,
    ],
    [{ DOCKER_HOST: 'tcp://127.0.0.1:1' }, /does not answer: start Docker or set DOCKER_HOST/],
    [{ DOCKER_HOST: 'carrier-pigeon://x' }, /is no engine address: unix, tcp, ssh and npipe are known/],
    [{ DOCKER_CONTEXT: 'nowhere', DOCKER_CONFIG: folder }, /Docker context "nowhere" does not exist/],
    [
      { DOCKER_HOST: 'tcp://127.0.0.1:2376', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder },
      /the TLS files for .* can't be read/,
    ],
  ];
  for (const [env, message] of cases) await assert.rejects(connectEngine(env), { name: 'UserError', message });
});

test('machines without an engine for Linux are told how to come to one', async (t) => {
  const socket = await fakeEngine(t, '1.45', 'windows');
  await assert.rejects(connectEngine({ DOCKER_HOST: `unix://${socket}` }), {
    name: 'UserError',
    message: /runs Windows containers, and k3s needs Linux: switch Docker Desktop to Linux containers.*ubuntu-latest$/,
  });
  assert.match(remedyFor('darwin'), /Colima.*macOS have no engine: use runs-on: ubuntu-latest$/);
  assert.equal(remedyFor('linux'), 'start Docker or set DOCKER_HOST');
});

test('an engine that is too old is named with its version', async (t) => {
  const socket = await fakeEngine(t, '1.39');
  await assert.rejects(connectEngine({ DOCKER_HOST: `unix://${socket}` }), {
    name: 'UserError',
    message: /is too old: it speaks API 1\.39, 1\.41 \(Docker 20\.10\) or newer is needed$/,
  });
  const recent = await fakeEngine(t, '1.52');
  assert.equal((await connectEngine({ DOCKER_HOST: `unix://${recent}` })).endpoint.host, undefined);
});

test(
  'a socket without the right to use it says what to do',
  { skip: process.getuid?.() === 0 ? false : 'needs root to become somebody else' },
  async (t) => {
    const socket = await fakeEngine(t, '1.45');
    chmodSync(socket, 0o600);
    chmodSync(join(socket, '..'), 0o755);
    const script = `const { connectEngine } = await import(${JSON.stringify(new URL('../../../src/docker/connect.ts', import.meta.url).href)});
    process.setuid(65534);
    await connectEngine({ DOCKER_HOST: 'unix://${socket}' }).catch((error) => console.log(error.message));`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.match(
      child.stdout,
      /^no permission to use the Docker engine at unix:.* run as root or as a member of the group/,
      child.stderr,
    );
  },
);

test('ssh engines are reached by the same command as the docker CLI', () => {
  assert.deepEqual(sshCommand(new URL('ssh://me@host:2222')), [
    'ssh',
    '-o',
    'ConnectTimeout=30',
    '-T',
    '-l',
    'me',
    '-p',
    '2222',
    '--',
    'host',
    'docker',
    'system',
    'dial-stdio',
  ]);
});

test('requests travel over the standard input and output of a command', async (t) => {
  const socket = await fakeEngine(t, '1.45');
  const relay = `const s = require('node:net').connect(${JSON.stringify(socket)}); process.stdin.pipe(s); s.pipe(process.stdout)`;
  const agent = new CommandAgent([process.execPath, '-e', relay]);
  t.after(() => agent.destroy());
  const body = await new Promise<string>((resolve, reject) => {
    get({ host: 'docker', path: '/version', agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk))).on('end', () => resolve(text));
    }).on('error', reject);
  });
  assert.equal((JSON.parse(body) as { ApiVersion: string }).ApiVersion, '1.45');
});

test('a command that fails gives its words as the error', async () => {
  const agent = new CommandAgent([
    process.execPath,
    '-e',
    'console.error("Host key verification failed."); process.exit(255)',
  ]);
  await assert.rejects(
    new Promise((resolve, reject) => get({ host: 'docker', path: '/', agent }, resolve).on('error', reject)),
    /ended with 255: Host key verification failed\./,
  );
});

test('the registry of an image is found', () => {
  const cases = {
    busybox: 'docker.io',
    'rancher/k3s:v1': 'docker.io',
    'ghcr.io/k3s-io/k3s': 'ghcr.io',
    'localhost/x': 'localhost',
    'registry:5000/x/y:1': 'registry:5000',
    'docker.io/library/x': 'docker.io',
  };
  for (const [image, registry] of Object.entries(cases)) assert.equal(registryOf(image), registry, image);
});

test('credentials come from the config file or a helper', async (t) => {
  const folder = folderOf(t);
  writeFileSync(
    join(folder, 'config.json'),
    JSON.stringify({
      auths: {
        'helper.example': {},
        'https://index.docker.io/v1/': { auth: Buffer.from('me:se:cret').toString('base64') },
        'ghcr.io': { identitytoken: 'idt' },
      },
      credHelpers: { 'corp.example': 'test' },
    }),
  );
  const helper = join(folder, 'docker-credential-test');
  writeFileSync(helper, `#!/bin/sh\nread server\necho "{\\"Username\\":\\"u\\",\\"Secret\\":\\"for $server\\"}"\n`);
  chmodSync(helper, 0o755);
  const path = process.env.PATH;
  process.env.PATH = `${folder}:${path}`;
  t.after(() => (process.env.PATH = path));
  const auth = (image: string) => registryAuth(image, { DOCKER_CONFIG: folder });
  assert.deepEqual(await auth('rancher/k3s:v1'), {
    username: 'me',
    password: 'se:cret',
    serveraddress: 'https://index.docker.io/v1/',
  });
  assert.deepEqual(await auth('ghcr.io/a/b'), { identitytoken: 'idt', serveraddress: 'ghcr.io' });
  assert.deepEqual(await auth('corp.example/a'), {
    username: 'u',
    password: 'for corp.example',
    serveraddress: 'corp.example',
  });
  assert.equal(await auth('other.example/a'), undefined);
  // `docker login` with a helper leaves an entry that is empty.
  assert.equal(await auth('helper.example/a'), undefined);
  writeFileSync(join(folder, 'config.json'), '{');
  await assert.rejects(auth('a/b'), { name: 'UserError', message: /config\.json can't be read as JSON/ });
});

test('the bundled command says one sentence of an engine over TCP, and no warning of Node’s', () => {
  const bundle = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
  const env = { ...process.env, DOCKER_HOST: 'tcp://127.0.0.1:1', NODE_OPTIONS: '' };
  const { stderr, status } = spawnSync(process.execPath, [bundle, 'cluster', 'list'], { env, encoding: 'utf8' });
  assert.match(stderr, /^Error: the Docker engine at tcp:\/\/127\.0\.0\.1:1 .*\n$/);
  assert.equal(status, 1);
});
