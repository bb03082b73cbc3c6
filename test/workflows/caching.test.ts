import assert from 'node:assert/strict';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseDuration } from '../../src/common/duration.ts';
import { docker, image, run, workload } from '../e2e/bed.ts';
import { cacheServiceV2 } from '../cacheServiceV2.ts';
import { type WorkflowStage, workflowStage } from './act.ts';

/** That the summary's sentence on a cache says what the table's last two cells, times with it and without, come to. */
function assertGain(output: string, what: 'snapshot' | 'images of the cluster'): void {
  const row = new RegExp(`\\| ${what} \\| restored \\| \\d+ MB \\| ([^|]+) \\| ([^|]+) \\|`).exec(output);
  const [took, without] = [row?.[1], row?.[2]].map((text) => parseDuration((text ?? '').replaceAll(' ', '')));
  assert.ok(took !== undefined && without !== undefined, `no times of ${what} in ${output}`);
  const subject = what === 'snapshot' ? 'The snapshot' : `The cache of ${what}`;
  assert.match(output, new RegExp(`${subject} ${without >= took ? 'saved' : 'cost'} [\\d.]+ m?s`));
}

/** What a workflow's step printed after a word. */
function printed(output: string, word: string): string | undefined {
  return new RegExp(`\\| ${word} (.*)`).exec(output)?.[1];
}

test('the second run begins with what prepare did in the first, data included', async (t) => {
  const stage = await workflowStage(t);
  stage.cacheFolder = join(stage.folder, 'cache');
  const first = await stage.run('snapshot.yml', { CLUSTER: 'first', CONTENT: 'one' });
  assert.equal(first.status, 0, first.output);
  assert.match(first.output, /\| PREPARING k3d-first/);
  assert.equal(printed(first.output, 'HIT'), 'false k3d-first');
  assert.match(first.output, /Snapshot of first: \d+ MB; its nodes were paused for [\d.]+ m?s/);
  assert.match(first.output, /Cache of snapshot: saved \d+ MB \(before compression\) in [\d.]+ m?s/);

  const second = await stage.run('snapshot.yml', { CLUSTER: 'second', CONTENT: 'one' });
  assert.equal(second.status, 0, second.output);
  assert.doesNotMatch(second.output, /PREPARING|Cache of snapshot: saved|::warning/);
  assert.equal(printed(second.output, 'HIT'), 'true k3d-second');
  assert.match(second.output, /\| store +1\/1 +1 +1 /);
  assert.ok(printed(first.output, 'BORN'));
  assert.equal(printed(second.output, 'BORN'), printed(first.output, 'BORN'));
  assert.match(second.output, /\| snapshot \| restored \| \d+ MB \| [\d.]+ s \| [\d.]+ s \|/);
  assertGain(second.output, 'snapshot');

  const changed = await stage.run('snapshot.yml', { CLUSTER: 'third', CONTENT: 'two' });
  assert.equal(changed.status, 0, changed.output);
  assert.equal(printed(changed.output, 'HIT'), 'false k3d-third', 'a file of prepare has changed');
  assert.equal(printed(changed.output, 'CONTENT'), 'two');
});

test('the second run pulls nothing: the images of the engine and of the cluster are cached, by today’s cache service', async (t) => {
  const stage = await workflowStage(t);
  const service = await cacheServiceV2(t);
  const { bare, port } = await registryWithImages(stage);
  const vars = { BARE_IMAGE: bare, REGISTRY_PORT: port, ...service.env };
  const first = await stage.run('images.yml', vars);
  assert.equal(first.status, 0, first.output);
  assert.match(first.output, /Pulling image localhost:\d+\/own:1/);
  assert.match(first.output, /Cache of images of the engine: saved \d+ MB/);
  assert.match(first.output, /Cache of images of the cluster: saved \d+ MB/);
  assert.deepEqual(
    service.entries.map(({ isFinal }) => isFinal),
    [true, true],
  );
  await docker('rmi', `localhost:${port}/own:1`);
  const pulls = await layersServed();
  assert.ok(pulls > 0, 'the first run has pulled');

  const second = await stage.run('images.yml', vars);
  assert.equal(second.status, 0, second.output);
  assert.match(second.output, /\| images of the engine \| restored \| \d+ MB \| [\d.]+ m?s \| [\d.]+ m?s \|/);
  assert.match(second.output, /\| images of the cluster \| restored \| \d+ MB \| [\d.]+ m?s \| [\d.]+ m?s \|/);
  assertGain(second.output, 'images of the cluster');
  assert.match(second.output, /\| coredns-\S+ +1\/1 +Running/);
  assert.match(second.output, new RegExp(`\\| localhost:${port}/own `));
  assert.doesNotMatch(second.output, /Pulling image|::warning|saved \d+ MB/);
  assert.equal(await layersServed(), pulls, 'no layer has been asked for');
});

test('a snapshot that was changed is thrown away, made anew, and is there again in the run after', async (t) => {
  const stage = await workflowStage(t);
  stage.cacheFolder = join(stage.folder, 'cache');
  const first = await stage.run('cached.yml', { PREPARE: 'true' });
  assert.equal(first.status, 0, first.output);
  await changeEntry(stage.cacheFolder, stage.folder);
  const second = await stage.run('cached.yml', { PREPARE: 'true', GITHUB_RUN_ID: '2' });
  assert.equal(second.status, 0, second.output);
  assert.match(second.output, /The cluster can't be made from what was cached, and is made anew: \S+\.tar is damaged/);
  assert.equal(printed(second.output, 'HIT'), 'false');
  assert.match(second.output, /Cache of snapshot: saved \d+ MB/);
  const third = await stage.run('cached.yml', { PREPARE: 'true', GITHUB_RUN_ID: '3' });
  assert.equal(third.status, 0, third.output);
  assert.equal(printed(third.output, 'HIT'), 'true');
});

test('with dind: true a snapshot is saved, and begun with in the next run', async (t) => {
  const stage = await workflowStage(t);
  stage.cacheFolder = join(stage.folder, 'cache');
  const vars = { PREPARE: 'kubectl create configmap kept --from-literal=a=b', DIND: 'true' };
  const first = await stage.run('cached.yml', vars);
  assert.equal(first.status, 0, first.output);
  assert.equal(printed(first.output, 'HIT'), 'false');
  assert.match(first.output, /Cache of snapshot: saved \d+ MB/);
  const second = await stage.run('cached.yml', vars);
  assert.equal(second.status, 0, second.output);
  assert.equal(printed(second.output, 'HIT'), 'true');
  assert.doesNotMatch(second.output, /configmap\/kept created|::warning/);
});

test('without the cache service the cluster is made all the same, and a prepare that hangs fails the step', async (t) => {
  const stage = await workflowStage(t);
  const PREPARE = 'kubectl get nodes --no-headers; sleep 1000 & wait';
  const { status, output } = await stage.run('cached.yml', { PREPARE, ACTIONS_CACHE_URL: 'http://127.0.0.1:1/' });
  assert.equal(status, 1, output);
  assert.match(output, /The cache of snapshot can't be read: .*ECONNREFUSED.*; continuing without it/);
  assert.match(output, /\| k3d-cached-server-0 +Ready /);
  assert.match(output, /input "prepare": the script had not ended after 5\.0 s: its output is above/);
  assert.match(output, /Removed 1 containers, 1 networks, 1 volumes/);
});

/** A registry with what a node without images pulls, and an image of k3s that has none. */
async function registryWithImages(stage: WorkflowStage): Promise<{ bare: string; port: string }> {
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const k3d = (...args: string[]) => run(process.execPath, [cli, ...args]);
  const made = await k3d('registry', 'create', 'cachereg');
  assert.equal(made.status, 0, made.stderr);
  const tags: string[] = [];
  stage.deferred.push(async () => {
    await k3d('registry', 'delete', 'k3d-cachereg');
    for (const tag of tags) await run('docker', ['rmi', tag]);
  });
  const port = /:(\d+)/.exec(await docker('port', 'k3d-cachereg'))?.[1] as string;
  for (const [source, name] of await systemImages(port)) {
    tags.push(name);
    await docker('tag', source, name);
    await docker('push', '--quiet', name);
  }
  await docker('rmi', `localhost:${port}/own:1`);
  const bare = `k3d-e2e/bare:${image.split(':')[1]}`;
  tags.push(bare);
  const file = join(stage.folder, 'Dockerfile');
  const env = JSON.parse(await docker('inspect', '--format', '{{json .Config.Env}}', image)) as string[];
  writeFileSync(
    file,
    [
      `FROM ${image} AS full`,
      'FROM scratch',
      'COPY --from=full / /',
      'RUN rm -rf /var/lib/rancher/k3s/agent/images',
      ...env.map((entry) => `ENV ${entry.replace('=', '="')}"`),
      'VOLUME /var/lib/rancher/k3s /var/lib/kubelet /var/lib/cni /var/log',
      'ENTRYPOINT ["/bin/k3s"]',
    ].join('\n'),
  );
  const built = await run('docker', ['build', '--quiet', '--tag', bare, '--file', file, stage.folder], {
    DOCKER_BUILDKIT: '0',
  });
  assert.equal(built.status, 0, built.stderr);
  return { bare, port };
}

/**
 * Images of the engine that a node pulls, and their names in the registry. An engine that has seen several
 * releases of k3s has them in several versions; the node takes the ones of its own.
 */
async function systemImages(port: string): Promise<[string, string][]> {
  const all = (await docker('images', '--format', '{{.Repository}}:{{.Tag}}')).split('\n');
  const system = all.filter((name) => /^rancher\/mirrored-(pause|coredns)[^<]*$/.test(name));
  for (const kind of ['pause', 'coredns']) {
    assert.ok(
      system.some((name) => name.startsWith(`rancher/mirrored-${kind}`)),
      `the test bed has an image of ${kind}: ${all.join(', ')}`,
    );
  }
  return [
    ...system.map((name): [string, string] => [name, `localhost:${port}/${name}`]),
    [workload, `localhost:${port}/own:1`],
  ];
}

/** How many layers the registry has given out. To say what a reference is, an engine asks for its small config. */
async function layersServed(): Promise<number> {
  const { stdout, stderr } = await run('docker', ['logs', 'k3d-cachereg']);
  const blobs = `${stdout}${stderr}`.matchAll(/"GET \/v2\/\S+\/blobs\/\S+ HTTP\/[\d.]+" 200 (\d+)/g);
  return [...blobs].filter(([, size]) => Number(size) > 50_000).length;
}

/** Changes one byte of the largest file in the one entry that the cache server keeps. */
async function changeEntry(cacheFolder: string, temp: string): Promise<void> {
  const { stdout } = await run('find', [cacheFolder, '-type', 'f', '-size', '+1M']);
  const entry = stdout.trim().split('\n')[0] as string;
  const folder = join(temp, 'entry');
  mkdirSync(folder);
  assert.equal((await run('tar', ['--use-compress-program=zstd -d --long=30', '-xf', entry, '-C', folder])).status, 0);
  const { stdout: largest } = await run('find', [folder, '-name', '*rancher-k3s.tar']);
  const file = openSync(largest.trim(), 'r+');
  writeSync(file, 'changed', 5_000_000);
  closeSync(file);
  assert.equal((await run('tar', ['--zstd', '-cf', entry, '-C', folder, 'k3d-payload'])).status, 0);
}
