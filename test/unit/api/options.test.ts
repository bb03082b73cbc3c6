import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from '../../../src/api/options.ts';
import type { ClusterOptions } from '../../../src/api/types.ts';

const read = (options: ClusterOptions) => readOptions(options, {}, '/work');

test('without options there is a cluster with a name of its own', () => {
  const [one, other] = [read({}), read({})];
  assert.match(one.name, /^api-[0-9a-f]{8}$/);
  assert.notEqual(one.name, other.name);
  assert.deepEqual([one.servers, one.agents, one.loadBalancer], [1, 0, 'auto']);
});

test('options win over the config file', () => {
  const config = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: { name: file }\nagents: 3\nservers: 3\n';
  const found = read({
    config,
    agents: 1,
    version: 'v1.31.5',
    k3sArgs: ['--disable=traefik', '--v=2@agent:0'],
    volumes: ['./charts:/charts'],
    registry: 'own:5000',
    timeout: '90s',
    wait: 'none',
  });
  assert.deepEqual(
    [found.name, found.servers, found.agents, found.image, found.timeoutMs, found.wait.size],
    ['file', 3, 1, 'rancher/k3s:v1.31.5-k3s1', 90_000, 0],
  );
  assert.deepEqual(
    found.k3sArgs.map(({ value, nodeFilters }) => [value, ...nodeFilters]),
    [
      ['--disable=traefik', 'server:*'],
      ['--v=2', 'agent:0'],
    ],
  );
  assert.deepEqual(
    [found.volumes[0]?.value, found.registriesCreate[0]?.name, found.registriesCreate[0]?.hostPort],
    ['/work/charts:/charts', 'own', 5000],
  );
});

test('an image is taken as it is', () => {
  assert.equal(read({ image: 'registry.example/k3s:mine' }).image, 'registry.example/k3s:mine');
});

test('what is wrong is one sentence that names the option', () => {
  const document = 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: { name: a }\n';
  const wrong: [ClusterOptions, RegExp][] = [
    [{ agents: -1 }, /^option "agents": expected a whole number/],
    [{ name: 'a_b' }, /^option "name": /],
    [{ version: 'one' }, /^option "version": "one" is no release of k3s/],
    [{ image: 'My Image' }, /^option "image": "My Image" is no image reference/],
    [{ image: 'a', version: 'v1.31' }, /^options "image" and "version": give one of them/],
    [{ server: 3 } as ClusterOptions, /^there is no option "server"; did you mean "servers"\?$/],
    [{ volumes: ['a', 'b:c:d:e'] }, /^option "volumes", entry \d: /],
    [{ timeout: 'soon' }, /^option "timeout": /],
    [{ registry: ':5000' }, /^option "registry": malformed registry/],
    [{ config: `${document}---\n${document.replace(' a ', ' b ')}` }, /^option "config": it has several documents/],
  ];
  for (const [options, message] of wrong) assert.throws(() => read(options), { name: 'UserError', message });
});
