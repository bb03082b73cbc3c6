import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClusters } from '../../../src/action/clusters.ts';
import type { InputName } from '../../../src/action/inputs/inputNames.ts';

const read = (inputs: Partial<Record<InputName, string>>) =>
  readClusters((name) => inputs[name] ?? '', {}, '/work').clusters;

test('names make clusters of one kind, on the network of the first', () => {
  for (const clusters of ['east, west', 'east\nwest', '[east, west]', '- east\n- name: west']) {
    const found = read({ clusters, agents: '2' });
    assert.deepEqual(
      found.map(({ name, agents, network }) => [name, agents, network]),
      [
        ['east', 2, 'k3d-east'],
        ['west', 2, 'k3d-east'],
      ],
    );
  }
});

test('a cluster has values of its own instead of those of the inputs', () => {
  const clusters = `
- name: east
  version: v1.32.4
  ports: [8080:80, 8081:81]
- name: west
  agents: 0
  network: own`;
  const found = read({ clusters, version: 'v1.31.5', agents: '1', ports: '9090:90' });
  assert.deepEqual(
    found.map(({ image, agents, network, ports }) => [image, agents, network, ports.map(({ value }) => value)]),
    [
      ['rancher/k3s:v1.32.4-k3s1', 1, 'k3d-east', ['8080:80', '8081:81']],
      ['rancher/k3s:v1.31.5-k3s1', 0, 'own', ['9090:90']],
    ],
  );
});

test('an image of one cluster stands for the version of all', () => {
  const [east] = read({ clusters: '- { name: east, image: own/k3s:1 }', version: 'v1.31.5' });
  assert.equal(east?.image, 'own/k3s:1');
});

test('a config of one document is what all have in common', () => {
  const config = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nservers: 3\n';
  assert.deepEqual(
    read({ clusters: 'east, west', config }).map(({ name, servers }) => [name, servers]),
    [
      ['east', 3],
      ['west', 3],
    ],
  );
});

test('one registry is for all, from a list and from several documents', () => {
  const documents = ['east', 'west']
    .map((name) => `apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: { name: ${name} }\n`)
    .join('---\n');
  for (const inputs of [{ clusters: 'east, west' }, { config: documents }]) {
    const found = read({ ...inputs, registry: 'true' });
    assert.deepEqual(
      found.map(({ registriesCreate, registriesUse }) => [
        registriesCreate.length,
        registriesUse.map(({ value }) => value),
      ]),
      [
        [1, []],
        [0, ['k3d-east-registry']],
      ],
    );
  }
});

test('what is wrong in a list is one sentence', () => {
  const documents = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: { name: a }\n';
  const wrong: [Partial<Record<InputName, string>>, RegExp][] = [
    [{ clusters: 'a, a' }, /^input "clusters": "a" is there twice: give each cluster its own name$/],
    [{ clusters: 'name: a' }, /^input "clusters": expected a list, e\.g\. "east, west"/],
    [{ clusters: '[a' }, /^input "clusters", line 1: /],
    [{ clusters: '- agents: 1' }, /^input "clusters", entry 1: expected a name, or a mapping with "name"$/],
    [
      { clusters: '- { name: a, agent: 1 }' },
      /^input "clusters", entry 1: "agent" is nothing .*did you mean "agents"\?$/,
    ],
    [{ clusters: '- { name: a, env: { b: c } }' }, /^input "clusters", entry 1: "env": expected a text, a number/],
    [{ clusters: '- { name: a_b }' }, /^input "clusters", entry 1: /],
    [{ clusters: '- { name: a, agents: x }' }, /^input "clusters", cluster a: input "agents": /],
    [{ clusters: 'a, b', name: 'c' }, /^inputs "clusters" and "name" contradict each other/],
    [{ clusters: 'a, b', args: 'c' }, /^inputs "clusters" and "name" contradict each other/],
    [
      { clusters: 'a, b', config: `${documents}---\n${documents.replace(' a ', ' b ')}` },
      /^inputs "clusters" and "config"/,
    ],
  ];
  for (const [inputs, message] of wrong) assert.throws(() => read(inputs), { name: 'UserError', message });
});
