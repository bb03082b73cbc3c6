import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { Kubeconfig } from '../../src/kubernetes/kubeconfig.ts';
import { docker, eventually, freePort, image, objectsOf, stage } from './bed.ts';

test('every field of a config file is in force', async (t) => {
  const s = await stage(t);
  const [api, web, registry] = [await freePort(), await freePort(), await freePort()];
  mkdirSync(join(s.folder, 'data'));
  writeFileSync(join(s.folder, 'data', 'hello'), 'from the host\n');
  const config = s.config(
    'all.yaml',
    `apiVersion: k3d.io/v1alpha5
kind: Simple
metadata: { name: all }
servers: 1
agents: 1
kubeAPI: { host: localhost, hostIP: 127.0.0.1, hostPort: "${api}" }
image: ${image}
subnet: 10.213.0.0/24
token: a-token-of-the-test
volumes:
  - { volume: "${s.folder}/data:/data:ro", nodeFilters: ["agent:*"] }
  - { volume: "all-storage:k3s-storage", nodeFilters: ["server:0"] }
ports: [{ port: "127.0.0.1:${web}:10250/tcp", nodeFilters: ["agent:0:proxy"] }]
env: [{ envVar: COLOR=blue, nodeFilters: ["server:*"] }]
files:
  - { description: a note, source: "one\\ntwo\\n", destination: /etc/note, nodeFilters: ["agent:0"] }
hostAliases: [{ ip: 10.1.2.3, hostnames: [alias.test] }]
registries:
  create:
    { name: all-registry, host: 127.0.0.1, hostPort: "${registry}", image: "registry:2", enforcePortMatch: true,
      volumes: ["${s.folder}/data:/extra"] }
options:
  k3d:
    wait: true
    timeout: 3m
    disableLoadbalancer: false
    disableImageVolume: true
    disableRollback: false
    loadbalancer: { configOverrides: [settings.workerConnections=777] }
  k3s:
    extraArgs: [{ arg: "--disable=traefik,metrics-server,servicelb,local-storage", nodeFilters: ["server:*"] }]
    nodeLabels: [{ label: tier=db, nodeFilters: ["agent:0"] }]
  kubeconfig: { updateDefaultKubeconfig: true, switchCurrentContext: false }
  runtime:
    serversMemory: 3g
    agentsMemory: 2g
    labels: [{ label: team=red, nodeFilters: ["server:0"] }]
    ulimits: [{ name: nofile, soft: 5000, hard: 6000 }]
`,
  );
  s.owns('all');
  s.defer(() => s.engine.volumes.remove('all-storage'));
  writeFileSync(
    s.kubeconfig,
    'apiVersion: v1\nkind: Config\nclusters: []\nusers: []\ncontexts: [{name: mine, context: {cluster: "", user: ""}}]\ncurrent-context: mine\n',
  );
  await s.k3dOk(['cluster', 'create', '--config', config]);
  const server = await s.engine.containers.inspect('k3d-all-server-0');
  const agent = await s.engine.containers.inspect('k3d-all-agent-0');
  assert.ok(server && agent);
  const inAgent = (...command: string[]) => docker('exec', 'k3d-all-agent-0', ...command);

  await t.test('the API, its kubeconfig and the token', async () => {
    const kubeconfig = parse(readFileSync(s.kubeconfig, 'utf8')) as Kubeconfig;
    assert.equal(kubeconfig['current-context'], 'mine');
    assert.equal(kubeconfig.clusters[0]?.cluster.server, `https://localhost:${api}`);
    assert.ok(server.env.includes('K3S_TOKEN=a-token-of-the-test'));
    const labels = await s.kubectl('--context', 'k3d-all', 'get', 'nodes', '-l', 'tier=db', '-o', 'name');
    assert.equal(labels, 'node/k3d-all-agent-0');
  });

  await t.test('network, volumes, files, environment and labels', async () => {
    assert.deepEqual([server.addresses['k3d-all'], agent.addresses['k3d-all']], ['10.213.0.3', '10.213.0.4']);
    assert.equal(await inAgent('cat', '/data/hello'), 'from the host');
    await assert.rejects(inAgent('touch', '/data/new'), /Read-only file system/);
    assert.deepEqual(
      server.volumes.filter((name) => !/^[0-9a-f]{64}$/.test(name)),
      ['all-storage'],
    );
    assert.deepEqual(server.binds, ['all-storage:/var/lib/rancher/k3s/storage']);
    assert.equal(await inAgent('cat', '/etc/note'), 'one\ntwo');
    assert.match(await inAgent('cat', '/etc/hosts'), /10\.1\.2\.3\s+alias\.test/);
    assert.equal(server.env.includes('COLOR=blue') && !agent.env.includes('COLOR=blue'), true);
    assert.deepEqual([server.labels.team, agent.labels.team], ['red', undefined]);
    assert.equal(server.labels['k3d.cluster.imageVolume'], '');
  });

  await t.test('limits', async () => {
    assert.deepEqual([server.memory, agent.memory], [3 * 1024 ** 3, 2 * 1024 ** 3]);
    assert.match(await inAgent('cat', '/proc/meminfo'), /MemTotal: 2097152 kB/);
    assert.equal(await inAgent('sh', '-c', 'ulimit -Sn; ulimit -Hn'), '5000\n6000');
  });

  await t.test('load balancer and registry', async () => {
    const values = parse(await docker('exec', 'k3d-all-serverlb', 'cat', '/etc/confd/values.yaml')) as {
      ports: Record<string, string[]>;
      settings: { workerConnections: number };
    };
    assert.deepEqual([values.ports['10250.tcp'], values.settings.workerConnections], [['k3d-all-agent-0'], 777]);
    assert.equal(await docker('port', 'all-registry', `${registry}/tcp`), `127.0.0.1:${registry}`);
    assert.equal(await docker('exec', 'all-registry', 'cat', '/extra/hello'), 'from the host');
    await eventually(async (signal) => {
      assert.equal((await fetch(`http://127.0.0.1:${registry}/v2/`, { signal })).status, 200);
      return true;
    });
  });

  await s.k3dOk(['cluster', 'delete', '--config', config]);
});

test('GPUs that the engine has not, and namespaces that it has', async (t) => {
  const s = await stage(t);
  const before = await objectsOf(s.engine);
  const gpus = await s.k3d(['cluster', 'create', 'gpus', '--image', image, '--gpus', 'all', '--no-lb']);
  assert.match(
    gpus.stderr,
    /^Error: (node|container) k3d-gpus-server-0 can't be (started|created).*(device driver|GPU vendor)/m,
  );
  assert.equal(gpus.status, 1);
  assert.deepEqual(await objectsOf(s.engine), before);
  const flags = [
    '--no-lb',
    '--wait=false',
    '--host-pid-mode',
    '--no-image-volume',
    '--kubeconfig-update-default=false',
  ];
  await s.k3dOk(['cluster', 'create', 'pids', '--image', image, ...flags]);
  assert.equal(await docker('inspect', '--format', '{{.HostConfig.PidMode}}', 'k3d-pids-server-0'), 'host');
  await s.k3dOk(['cluster', 'delete', 'pids']);
});
