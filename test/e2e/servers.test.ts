import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFiles } from '../../src/docker/readFiles.ts';
import { EtcdClient } from '../../src/etcd/client.ts';
import { parseValues, VALUES_PATH } from '../../src/plan/loadBalancer.ts';
import { docker, eventually, freePort, k3sVersionOf, oldImage, type Stage, stage } from './bed.ts';

/** The nodes whose servers are members of etcd, as etcd itself has it. */
async function members(s: Stage): Promise<string[]> {
  const server = 'k3d-trio-server-0';
  const address = (await s.engine.containers.inspect(server))?.addresses['k3d-trio'];
  const files = await readFiles(s.engine, server, '/var/lib/rancher/k3s/server/tls/etcd');
  const file = (name: string): string => files?.get(name) ?? '';
  const client = new EtcdClient({
    server: `https://${address}:2379`,
    ca: file('server-ca.crt'),
    cert: file('client.crt'),
    key: file('client.key'),
  });
  try {
    const found = await client.members();
    assert.ok(found.every(({ isLearner }) => !isLearner));
    return found.map(({ name }) => name.replace(/-[0-9a-f]+$/, '')).sort();
  } finally {
    client.close();
  }
}

async function balanced(s: Stage): Promise<string[] | undefined> {
  const text = (await readFiles(s.engine, 'k3d-trio-serverlb', VALUES_PATH))?.get('values.yaml');
  return parseValues(text ?? '').ports.get('6443.tcp');
}

test('servers share an etcd cluster, come and go, and a config file with the older k3s is obeyed', async (t) => {
  const s = await stage(t);
  const port = await freePort();
  const config = s.config(
    'k3d.yaml',
    JSON.stringify({
      apiVersion: 'k3d.io/v1alpha5',
      kind: 'Simple',
      metadata: { name: 'trio' },
      servers: 3,
      image: oldImage,
      kubeAPI: { hostPort: String(port) },
      files: [
        {
          source: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: from-file, namespace: default}\n',
          destination: 'k3s-manifests/cm.yaml',
          nodeFilters: ['server:0'],
        },
      ],
      options: {
        k3s: {
          extraArgs: [{ arg: '--disable=traefik,metrics-server,servicelb,local-storage', nodeFilters: ['server:*'] }],
        },
      },
    }),
  );
  s.owns('trio');
  const trio = ['k3d-trio-server-0', 'k3d-trio-server-1', 'k3d-trio-server-2'];
  await s.k3dOk(['cluster', 'create', '--config', config]);

  await t.test('all of them are Ready, members of etcd, and behind the load balancer', async () => {
    const nodes = await s.kubectl(
      'get',
      'nodes',
      '-o',
      'jsonpath={range .items[*]}{.metadata.name} {.status.nodeInfo.kubeletVersion} {end}',
    );
    const version = k3sVersionOf(oldImage);
    assert.equal(nodes, trio.map((name) => `${name} ${version}`).join(' '));
    assert.deepEqual(await members(s), trio);
    assert.deepEqual(await balanced(s), trio);
    assert.equal(
      await s.kubectl('config', 'view', '-o', 'jsonpath={.clusters[0].cluster.server}'),
      `https://127.0.0.1:${port}`,
    );
    assert.equal(
      await eventually(() => s.kubectl('get', 'configmap', 'from-file', '-o', 'name')),
      'configmap/from-file',
    );
  });

  await t.test('a server joins and leaves again, and etcd knows', async () => {
    await s.k3dOk(['node', 'create', 'extra', '--role', 'server', '--cluster', 'trio']);
    assert.deepEqual(await members(s), ['k3d-extra-0', ...trio]);
    assert.deepEqual((await balanced(s))?.sort(), ['k3d-extra-0', ...trio]);
    await s.k3dOk(['node', 'delete', 'extra-0']);
    assert.deepEqual(await members(s), trio);
    assert.deepEqual(await balanced(s), trio);
    const nodes = await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');
    assert.deepEqual(nodes.split(' ').sort(), trio);
  });

  await t.test('what would break the quorum is refused', async () => {
    await docker('stop', 'k3d-trio-server-2');
    const cases: [string, RegExp][] = [
      ['k3d-trio-server-1', /^Error: without k3d-trio-server-1, 1 of 2 servers of cluster "trio" would run, and etcd/m],
      ['k3d-trio-server-0', /^Error: node k3d-trio-server-0 is the server that cluster "trio" began with/m],
    ];
    for (const [name, message] of cases) {
      const { status, stderr } = await s.k3d(['node', 'delete', name]);
      assert.match(stderr, message);
      assert.equal(status, 1);
    }
    // The one that is down may go. k3s labels a server some time after it has joined, and
    // leaves one without a label in etcd when its Node goes.
    await s.kubectl('label', 'node', 'k3d-trio-server-2', 'node-role.kubernetes.io/etcd-');
    await s.k3dOk(['node', 'delete', 'trio-server-2']);
    assert.deepEqual(await members(s), trio.slice(0, 2));
  });

  await t.test('restarted they are Ready again', async () => {
    await s.k3dOk(['cluster', 'restart', 'trio']);
    const ready = 'jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}';
    assert.equal(await s.kubectl('get', 'nodes', '-o', ready), 'True True');
  });

  await s.k3dOk(['cluster', 'delete', '--config', config]);
});
