import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessURL, needCluster, readCredentials, runningServer } from '../../src/cluster/find/index.ts';
import { sleep } from '../../src/common/poll.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { KubeClient } from '../../src/kubernetes/client.ts';
import { commandExamples } from '../workflows/examples.ts';
import { docker, freePort, image, k3sVersionOf, LEAN, objectsOf, oldImage, stage, workload } from './bed.ts';

/** The commands of docs/upgrades.md. */
const [create = [], dryRun = [], upgrade = []] = commandExamples('docs/upgrades.md');

/** One of them with the images and the name that a test has. */
const asHere = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => {
    if (word === 'shop') return ['upgrade'];
    if (word === '--k3s-version') return ['--image'];
    if (words[index - 1] === '--image') return [oldImage];
    return words[index - 1] === '--k3s-version' ? [image] : [word];
  });

test('a cluster goes to another release, one node after the other, and keeps all that it has', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  const nodes = ['--port', `${port}:30080@agent:0`, '--runtime-label', 'team=web@all'];
  const own = ['--volume', 'k3d-upgrade-data:/data@agent:0', '--k3s-node-label', 'tier=front@agent:0'];
  await s.k3dOk([...asHere(create), ...LEAN, ...nodes, ...own]);
  const names = ['k3d-upgrade-server-0', 'k3d-upgrade-agent-0'];
  const kept = async () => {
    const all = await Promise.all(names.map((name) => s.engine.containers.inspect(name)));
    return all.map((one) => {
      assert.ok(one);
      const { labels, command, env, binds, volumes, portBindings, ulimits, memory, extraHosts } = one;
      const networks = Object.keys(one.addresses);
      return {
        labels,
        command,
        env: env.filter((entry) => !/^PATH=/.test(entry)),
        binds,
        volumes: volumes.sort(),
        portBindings,
        ulimits,
        memory,
        extraHosts,
        networks,
      };
    });
  };
  const releases = async () =>
    (
      await s.kubectl(
        'get',
        'nodes',
        '-o',
        'jsonpath={range .items[*]}{.metadata.name}={.status.nodeInfo.kubeletVersion} {end}',
      )
    )
      .trim()
      .split(' ')
      .sort();
  const [from, to] = [oldImage, image].map(k3sVersionOf);
  const run = `sleep 3600`;
  await s.kubectl('create', 'deployment', 'web', `--image=${workload}`, '--replicas=2', '--', ...run.split(' '));
  await s.kubectl('rollout', 'status', 'deployment/web', '--timeout=90s');
  await s.kubectl('create', 'configmap', 'kept', '--from-literal=a=b');
  await s.engine.containers.putFiles('k3d-upgrade-agent-0', [{ path: '/opt/own/file', content: 'mine', mode: 0o600 }]);
  const before = await kept();
  const objects = await objectsOf(s.engine);

  await t.test('what would be done is said, and nothing is', async () => {
    const said = await s.k3dOk([...asHere(dryRun), '-o', 'json']);
    assert.deepEqual(JSON.parse(said), {
      cluster: 'upgrade',
      image,
      steps: [
        [{ name: 'k3d-upgrade-server-0', role: 'server', from }],
        [{ name: 'k3d-upgrade-agent-0', role: 'agent', from }],
      ],
    });
    assert.deepEqual(await releases(), names.map((name) => `${name}=${from}`).sort());
    assert.deepEqual(await objectsOf(s.engine), objects);
  });

  await t.test('an image that does not come up is taken back, with one sentence', async () => {
    const broken = `k3d-e2e/broken:${image.split(':')[1]}`;
    await s.engine.images.tag(workload, broken);
    s.defer(async () => void (await docker('rmi', broken)));
    const { status, stderr } = await s.k3d(['cluster', 'upgrade', 'upgrade', '--image', broken, '--drain=false']);
    assert.equal(status, 1, stderr);
    assert.match(
      stderr,
      /^Error: k3d-upgrade-server-0 can't be upgraded to k3d-e2e\/broken:\S+: .*; it is back on the image that it had$/m,
    );
    assert.deepEqual(await objectsOf(s.engine), objects);
    assert.deepEqual(await releases(), names.map((name) => `${name}=${from}`).sort());
  });

  await t.test('nodes have the new release and all that they had', async () => {
    await s.k3dOk(asHere(upgrade));
    assert.deepEqual(await releases(), names.map((name) => `${name}=${to}`).sort());
    assert.deepEqual(await kept(), before);
    assert.deepEqual(await objectsOf(s.engine), objects);
    const file = await s.engine.containers.exec('k3d-upgrade-agent-0', ['cat', '/opt/own/file']);
    assert.equal(file.stdout, 'mine');
    assert.equal(await s.kubectl('get', 'configmap', 'kept', '-o', 'jsonpath={.data.a}'), 'b');
    assert.equal(
      await s.kubectl('get', 'node', 'k3d-upgrade-agent-0', '-o', 'jsonpath={.metadata.labels.tier}'),
      'front',
    );
    const closed = await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].spec.unschedulable}');
    assert.equal(closed, '', 'nodes take pods again');
    await s.kubectl('rollout', 'status', 'deployment/web', '--timeout=90s');
  });

  await t.test('a node whose place nobody has taken, because the upgrade was killed, is brought back', async () => {
    const [, agent = ''] = names;
    await docker('stop', '--time', '2', agent);
    await docker('rename', agent, `${agent}.aside-0123abcd`);
    const list = JSON.parse(await s.k3dOk(['cluster', 'list', '-o', 'json'])) as {
      name: string;
      agentsCount: number;
    }[];
    assert.equal(list.find(({ name }) => name === 'upgrade')?.agentsCount, 0, 'it is no node meanwhile');
    await s.k3dOk(['cluster', 'start', 'upgrade']);
    assert.deepEqual(await objectsOf(s.engine), objects);
    await s.kubectl('wait', '--for=condition=Ready', `node/${agent}`, '--timeout=60s');
  });

  await t.test('again there is nothing to do, and back there is no way', async () => {
    const again = await s.k3dOk(['cluster', 'upgrade', 'upgrade', '--image', image]);
    assert.equal(again.trim(), `cluster upgrade runs ${image} already`);
    const back = await s.k3d(['cluster', 'upgrade', 'upgrade', '--image', oldImage]);
    assert.equal(back.status, 1);
    assert.match(
      back.stderr,
      /^Error: cluster "upgrade" can't go back: node k3d-upgrade-\S+ runs v\S+, and \S+ is older/m,
    );
  });

  await t.test('it stops, says so, and starts again', async () => {
    await s.k3dOk(['cluster', 'stop', 'upgrade']);
    const stopped = await s.k3d(['cluster', 'upgrade', 'upgrade', '--image', image]);
    assert.match(
      stopped.stderr,
      /^Error: node k3d-upgrade-\S+ does not run: start the cluster with "k3d cluster start upgrade"$/m,
    );
    await s.k3dOk(['cluster', 'start', 'upgrade']);
    assert.deepEqual(await releases(), names.map((name) => `${name}=${to}`).sort());
    await s.kubectl('rollout', 'status', 'deployment/web', '--timeout=90s');
  });
});

test('with three servers the API answers throughout', async (t) => {
  const s = await stage(t);
  await s.k3dOk(['cluster', 'create', 'many', '--servers', '3', '--image', oldImage, ...LEAN]);
  const client = await clientOf(s.engine, 'many');
  const over = new AbortController();
  const failures: string[] = [];
  let asked = 0;
  const asking = (async () => {
    for (; !over.signal.aborted; asked++) {
      await client.get('/api/v1/namespaces/default').catch((error: Error) => failures.push(error.message));
      // A new connection each time, as commands make them.
      client.close();
      await sleep(100);
    }
  })();
  await s.k3dOk(['cluster', 'upgrade', 'many', '--image', image]);
  over.abort();
  await asking;
  const release = 'jsonpath={.items[*].status.nodeInfo.kubeletVersion}';
  const to = k3sVersionOf(image);
  assert.equal(await s.kubectl('get', 'nodes', '-o', release), [to, to, to].join(' '));
  assert.ok(asked > 50, `asked ${asked} times`);
  // Where the one server of a cluster is away, a fifth of them fails.
  const said = [...new Set(failures)].join(', ');
  assert.ok(failures.length < asked / 10, `${failures.length} of ${asked} failed: ${said}`);
});

/** A client of a cluster's API that asks once. */
async function clientOf(engine: Engine, name: string): Promise<KubeClient> {
  const cluster = await needCluster(engine, name);
  assert.ok(cluster.api);
  const credentials = await readCredentials(engine, runningServer(cluster).id, accessURL(cluster.api, engine));
  assert.ok(credentials);
  return new KubeClient(credentials);
}

test('an upgrade without a word of where to, or with two, is one sentence', async (t) => {
  const s = await stage(t);
  for (const [flags, message] of [
    [[], /^Error: flag --image or --k3s-version is missing/m],
    [['--image', image, '--k3s-version', 'v1.34'], /^Error: flags --image and --k3s-version: only one of them/m],
    [['--image', image, '--parallel', '0'], /^Error: flag --parallel: /m],
    [['--image', image], /^Error: cluster "nothing" does not exist/m],
  ] as const) {
    const { status, stderr, stdout } = await s.k3d(['cluster', 'upgrade', 'nothing', ...flags]);
    assert.deepEqual([status, stdout], [1, ''], stderr);
    assert.match(stderr, message);
  }
});
