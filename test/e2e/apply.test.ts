import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docker, freePort, image, k3sVersionOf, LEAN_ARG, objectsOf, oldImage, stage } from './bed.ts';

/** A config of the cluster under test. */
function configOf(body: string, node = image): string {
  return `apiVersion: k3d.io/v1alpha5
kind: Simple
metadata: { name: apply }
image: ${node}
${body}
options:
  k3s:
    extraArgs: [{ arg: "${LEAN_ARG}", nodeFilters: ["server:*"] }]
`;
}

test('a cluster is brought to what its config says, and what can not be reached is refused', async (t) => {
  const s = await stage(t);
  const [web, api] = [await freePort(), await freePort()];
  s.owns('apply');
  const head = `kubeAPI: { hostPort: "${api}" }`;
  const apply = (body: string, ...flags: string[]) =>
    s.k3d(['cluster', 'apply', '--config', s.config('apply.yaml', configOf(`${head}\n${body}`)), ...flags]);
  const applied = async (body: string, ...flags: string[]): Promise<string[]> => {
    const ran = await apply(body, ...flags);
    assert.equal(ran.status, 0, ran.stderr);
    return ran.stdout.trimEnd().split('\n');
  };

  await t.test('a cluster that is not there is made', async () => {
    const before = await objectsOf(s.engine);
    assert.deepEqual(await applied('agents: 0', '--dry-run'), ['+ cluster apply']);
    assert.deepEqual(await objectsOf(s.engine), before);
    const older = s.config('older.yaml', configOf(`${head}\nagents: 0`, oldImage));
    assert.equal(await s.k3dOk(['cluster', 'apply', '--config', older]), '+ cluster apply\n');
    assert.equal(await s.k3dOk(['cluster', 'apply', '--config', older]), 'cluster apply is as the config has it\n');
    // Without a word of an image, the one that it has stays.
    const silent = s.config('silent.yaml', configOf(`${head}\nagents: 0`, oldImage).replace(/^image: .*\n/m, ''));
    assert.equal(await s.k3dOk(['cluster', 'apply', '--config', silent]), 'cluster apply is as the config has it\n');
  });

  await t.test('a release that can not run on this machine is refused before anything is made', async () => {
    const { cgroupVersion } = await s.engine.system();
    const refused = cgroupVersion === 1 ? 'rancher/k3s:v1.36.4-k3s1' : 'rancher/k3s:v1.20.0-k3s1';
    const before = await objectsOf(s.engine);
    const body = configOf('agents: 0', refused).replace('name: apply', 'name: refused');
    const { status, stdout, stderr } = await s.k3d(['cluster', 'apply', '--config', s.config('refused.yaml', body)]);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(
      stderr,
      new RegExp(`^Error: cgroups: ${refused} .* cgroup v${cgroupVersion}, which this machine has: `, 'm'),
    );
    assert.deepEqual(await objectsOf(s.engine), before);
  });

  await t.test('another image is an upgrade', async () => {
    const change = `~ node k3d-apply-server-0: ${k3sVersionOf(oldImage)} becomes ${image}`;
    assert.deepEqual(await applied('agents: 0', '--dry-run'), [change]);
    assert.deepEqual(await applied('agents: 0'), [change]);
    const release = 'jsonpath={.items[*].status.nodeInfo.kubeletVersion}';
    assert.equal(await s.kubectl('get', 'nodes', '-o', release), k3sVersionOf(image));
    assert.deepEqual(await applied('agents: 0'), ['cluster apply is as the config has it']);
    const back = s.config('older.yaml', configOf(`${head}\nagents: 0`, oldImage));
    const { status, stdout, stderr } = await s.k3d(['cluster', 'apply', '--config', back]);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^Error: cluster "apply" can't go back: node k3d-apply-server-0 runs v\S+, and \S+ is older/m);
  });

  const larger = `agents: 2
ports: [{ port: "${web}:10250", nodeFilters: ["agent:1"] }]
files: [{ source: "a: 1\\n", destination: /etc/mine.yaml, nodeFilters: ["agent:0"] }]`;
  const changes = ['+ node k3d-apply-agent-0', '+ node k3d-apply-agent-1', `+ port 127.0.0.1:${web}:10250/tcp`];

  await t.test('it grows', async () => {
    const before = await objectsOf(s.engine);
    assert.deepEqual(await applied(larger, '--dry-run'), changes);
    assert.deepEqual(await objectsOf(s.engine), before);
    assert.deepEqual(await applied(larger), changes);
    const nodes = await s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');
    assert.deepEqual(nodes.split(' ').sort(), ['k3d-apply-agent-0', 'k3d-apply-agent-1', 'k3d-apply-server-0']);
    assert.equal(await docker('exec', 'k3d-apply-agent-0', 'cat', '/etc/mine.yaml'), 'a: 1');
    const values = await docker('exec', 'k3d-apply-serverlb', 'cat', '/etc/confd/values.yaml');
    assert.match(values, /10250\.tcp:\n {4}- k3d-apply-agent-1\n/);
    assert.deepEqual(await applied(larger), ['cluster apply is as the config has it']);
  });

  await t.test('what only a new cluster could have is refused, and nothing is changed', async () => {
    const before = await objectsOf(s.engine);
    const cases: [string, RegExp][] = [
      [
        'env: [{ envVar: A=b, nodeFilters: ["server:0"] }]',
        /k3d-apply-server-0: environment nothing would have to become A=b/,
      ],
      ['volumes: [{ volume: /tmp:/x }]', /k3d-apply-server-0: mounts nothing would have to become \/tmp:\/x/],
      ['token: other', /it has another token/],
      ['network: bridge', /it is on network k3d-apply/],
      ['servers: 3', /keeps its state in SQLite|arguments/],
      ['agnets: 1', /unknown key "agnets"; did you mean "agents"\?/],
    ];
    for (const [body, message] of cases) {
      const { status, stderr, stdout } = await apply(`${body}`);
      assert.match(stderr, message);
      assert.deepEqual([status, stdout], [1, '']);
    }
    assert.deepEqual(await objectsOf(s.engine), before);
  });

  await t.test('it shrinks and changes: nodes, ports, labels, files and registries', async () => {
    const labelled = configOf(
      `${head}\nagents: 1\nfiles: [{ source: "a: 2\\n", destination: /etc/mine.yaml, nodeFilters: ["agent:0"] }]\nregistries: { create: { name: apply-registry } }`,
    ).replace('  k3s:\n', '  k3s:\n    nodeLabels: [{ label: tier=db, nodeFilters: ["agent:0"] }]\n');
    const path = s.config('shrink.yaml', labelled);
    const out = await s.k3dOk(['cluster', 'apply', '-c', path]);
    assert.deepEqual(out.trimEnd().split('\n'), [
      '+ registry apply-registry',
      '~ registries.yaml of all nodes, which are restarted for it',
      '- node k3d-apply-agent-1',
      `- port ${web}:10250/tcp`,
      '~ labels of k3d-apply-agent-0: +tier=db',
      '~ file /etc/mine.yaml of k3d-apply-agent-0',
    ]);
    assert.equal(await s.kubectl('get', 'nodes', '-l', 'tier=db', '-o', 'name'), 'node/k3d-apply-agent-0');
    assert.match(
      await docker('exec', 'k3d-apply-agent-0', 'cat', '/etc/rancher/k3s/registries.yaml'),
      /apply-registry/,
    );
    assert.equal(await docker('exec', 'k3d-apply-agent-0', 'cat', '/etc/mine.yaml'), 'a: 2');
    assert.match(await s.k3dOk(['cluster', 'list', 'apply', '--no-headers']), /^apply +1\/1 +1\/1 +true\n$/);
    assert.equal(await s.k3dOk(['cluster', 'apply', '-c', path]), 'cluster apply is as the config has it\n');
  });
});
