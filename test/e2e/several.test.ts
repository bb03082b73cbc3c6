import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docker, eventually, image, LEAN_ARG, objectsOf, type Stage, stage, workload } from './bed.ts';

const NETWORK = 'e2e-shared';

/** Two clusters in one file: the second uses the registry and the network that the first brings. */
function documents(first: string, second: string): string {
  const document = (name: string, body: string) => `apiVersion: k3d.io/v1alpha5
kind: Simple
metadata: { name: ${name} }
image: ${image}
network: ${NETWORK}
${body}
options:
  k3d: { disableLoadbalancer: true }
  k3s:
    extraArgs: [{ arg: "${LEAN_ARG}", nodeFilters: ["server:*"] }]
  runtime: { serversMemory: 3g, ulimits: [{ name: nofile, soft: 5000, hard: 6000 }] }
`;
  return [
    document(first, 'registries: { create: { name: e2e-shared-registry } }'),
    document(second, 'registries: { use: [e2e-shared-registry] }'),
  ].join('---\n');
}

/** A pod that is ready. @param options of `kubectl run`, and its command */
async function runPod(s: Stage, cluster: string, name: string, ...options: string[]): Promise<void> {
  const inCluster = ['--context', `k3d-${cluster}`];
  await s.kubectl(...inCluster, 'run', name, ...options);
  await s.kubectl(...inCluster, 'wait', '--for=condition=Ready', `pod/${name}`, '--timeout=60s');
}

/** kubectl in a container on the clusters' network, with a kubeconfig for containers there. */
async function fromInside(s: Stage, cluster: string): Promise<string> {
  const path = s.config('internal', await s.k3dOk(['kubeconfig', 'get', cluster, '--internal']));
  const mount = ['--volume', `${path}:/kubeconfig:ro`, '--env', 'KUBECONFIG=/kubeconfig'];
  return docker(
    'run',
    '--rm',
    '--network',
    NETWORK,
    ...mount,
    '--entrypoint',
    'kubectl',
    image,
    'get',
    'nodes',
    '-o',
    'name',
  );
}

test('several clusters from one file share a network and a registry, and go together', async (t) => {
  const s = await stage(t);
  s.owns('alpha', 'beta');
  const config = s.config('two.yaml', documents('alpha', 'beta'));
  await s.k3dOk(['cluster', 'create', '--config', config]);

  await t.test('both are in the kubeconfig, and the first one is not lost', async () => {
    for (const name of ['alpha', 'beta']) {
      const nodes = await s.kubectl('--context', `k3d-${name}`, 'get', 'nodes', '-o', 'name');
      assert.equal(nodes, `node/k3d-${name}-server-0`);
    }
    const refused = await s.k3d(['kubeconfig', 'merge', 'alpha', '--internal', '-d', '--update=false']);
    assert.match(
      refused.stderr,
      /^Error: .* has another cluster k3d-alpha already: leave --update=false out to replace it\n$/m,
    );
  });

  await t.test('the second pulls from the registry of the first', async () => {
    const port = (await docker('port', 'e2e-shared-registry', '5000/tcp')).split(':').pop();
    const reference = `localhost:${port}/shared:1`;
    await docker('tag', workload, reference);
    await docker('push', '--quiet', reference);
    await docker('rmi', reference);
    const options = [`--image=${reference}`, '--image-pull-policy=Always'];
    await runPod(s, 'beta', 'shared', ...options, '--', 'sleep', '3600');
  });

  await t.test('pods of one reach a service of the other by the name of its node', async () => {
    const serve = 'mkdir /tmp/w; echo from alpha >/tmp/w/index.html; exec httpd -f -p 8080 -h /tmp/w';
    await runPod(s, 'alpha', 'web', `--image=${workload}`, '--', 'sh', '-c', serve);
    const inAlpha = ['--context', 'k3d-alpha'];
    await s.kubectl(...inAlpha, 'expose', 'pod', 'web', '--port=8080', '--type=NodePort');
    const port = await s.kubectl(...inAlpha, 'get', 'service', 'web', '-o', 'jsonpath={.spec.ports[0].nodePort}');
    await runPod(s, 'beta', 'client', `--image=${workload}`, '--', 'sleep', '3600');
    const inside = (...command: string[]) => s.kubectl('--context', 'k3d-beta', 'exec', 'client', '--', ...command);
    // By nslookup and nc, since wget of a busybox made of Debian's ends with a segmentation fault.
    const found = await eventually(() => inside('nslookup', 'k3d-alpha-server-0.'));
    const ip = (await s.engine.containers.inspect('k3d-alpha-server-0'))?.addresses[NETWORK] ?? 'no address';
    assert.ok(found.includes(ip), found);
    const get = `printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 5 ${ip} ${port}`;
    assert.match(await eventually(() => inside('sh', '-c', get)), /from alpha$/);
  });

  await t.test('the first one is told of the names of the second, which came later', async () => {
    const where = ['configmap', 'coredns', '-n', 'kube-system', '-o', 'jsonpath={.data.NodeHosts}'];
    assert.match(await s.kubectl('--context', 'k3d-alpha', 'get', ...where), / k3d-beta-server-0$/m);
  });

  await t.test('containers on the network reach both by their own names', async () => {
    for (const name of ['alpha', 'beta']) assert.equal(await fromInside(s, name), `node/k3d-${name}-server-0`);
  });

  await t.test('a memory limit is what the node shows', async () => {
    const capacity = await s.kubectl(
      '--context',
      'k3d-alpha',
      'get',
      'nodes',
      '-o',
      'jsonpath={.items[0].status.capacity.memory}',
    );
    assert.equal(capacity, '3Gi');
    assert.equal(await docker('exec', 'k3d-alpha-server-0', 'sh', '-c', 'ulimit -Sn; ulimit -Hn'), '5000\n6000');
  });

  await t.test('an agent joins by a URL, as it would a cluster elsewhere', async () => {
    const [cluster] = JSON.parse(await s.k3dOk(['cluster', 'list', 'beta', '--token', '-o', 'json'])) as {
      clusterToken: string;
    }[];
    const url = 'https://k3d-beta-server-0:6443';
    const flags = ['--cluster', url, '--token', cluster?.clusterToken ?? '', '--network', NETWORK, '--image', image];
    s.defer(async () => void (await s.k3d(['node', 'delete', 'far-0'])));
    await s.k3dOk(['node', 'create', 'far', ...flags, '--memory', '2g', '--k3s-node-label', 'far=yes']);
    await eventually(() =>
      s.kubectl('--context', 'k3d-beta', 'wait', '--for=condition=Ready', 'node/k3d-far-0', '--timeout=1s'),
    );
    const without = await s.k3d(['node', 'create', 'other', '--cluster', url]);
    assert.match(without.stderr, /^Error: flag --token: the cluster at \S+ asks for its token\n$/m);
    await s.k3dOk(['node', 'delete', 'far-0']);
  });

  await t.test('one that fails takes the others of its file with it', async () => {
    const before = await objectsOf(s.engine);
    const broken = documents('gamma', 'delta').replace(/(delta[^]*?)serversMemory: 3g/, '$1serversMemory: 1m');
    const ran = await s.k3d([
      'cluster',
      'create',
      '--config',
      s.config('broken.yaml', broken.replaceAll('e2e-shared-registry', 'e2e-other-registry')),
    ]);
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /^Error: (container|node) k3d-delta-server-0 .*[Mm]emory/m);
    assert.deepEqual(await objectsOf(s.engine), before);
  });

  await s.k3dOk(['cluster', 'delete', '--config', config]);
});

test('a server on the host network is reached at its own port', async (t) => {
  const s = await stage(t);
  s.owns('onhost');
  // Without pods, so that neither interfaces nor packet filter rules of the host are touched.
  const args = [
    '--flannel-backend=none',
    '--disable-network-policy',
    '--disable-kube-proxy',
    '--disable=coredns,traefik,metrics-server,servicelb,local-storage',
  ];
  const flags = args.flatMap((arg) => ['--k3s-arg', `${arg}@server:0`]);
  await s.k3dOk(['cluster', 'create', 'onhost', '--image', image, '--network', 'host', '--wait=false', ...flags]);
  assert.equal(
    await s.kubectl('config', 'view', '-o', 'jsonpath={.clusters[0].cluster.server}'),
    'https://127.0.0.1:6443',
  );
  await eventually(() => s.kubectl('get', '--raw', '/readyz'));
  const second = await s.k3d(['cluster', 'create', 'second', '--image', image, '--network', 'host']);
  assert.match(second.stderr, /^Error: port 6443\/tcp on 0\.0\.0\.0 is taken by a process of this machine/m);
  const large = await s.k3d(['cluster', 'create', 'large', '--image', image, '--network', 'host', '--agents', '1']);
  assert.match(large.stderr, /^Error: network "host": there is room for one server and no agents\n$/m);
  assert.match(await s.k3dOk(['cluster', 'list', 'onhost', '--no-headers']), /^onhost +1\/1 +0\/0 +false\n$/);
});
