import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeLayers } from '../../../src/config/merge.ts';
import { defaultRegistry } from '../../../src/config/registrySpec.ts';
import type { ConfigLayer } from '../../../src/config/types.ts';
import { ownContainer } from '../../../src/docker/ownContainer.ts';
import { nestCluster, publishedOn } from '../../../src/plan/publish.ts';
import { withMirrors } from '../../../src/plan/registry.ts';

const port = (value: string) => ({ value, nodeFilters: ['server:0:direct'], where: 'input "ports", line 1' });
const config = (layer: ConfigLayer) => mergeLayers({ name: 'x', ...layer });

test('ports that nobody wants elsewhere are published where they are reached', () => {
  const ports = [port('8080-8081:80-81'), port('10.0.0.1:9000:90/udp')];
  const registriesCreate = [defaultRegistry('here')];
  const placed = publishedOn(config({ ports, registriesCreate }), '172.18.0.1');
  assert.deepEqual(
    placed.ports.map(({ value }) => value),
    ['172.18.0.1:8080:80/tcp', '172.18.0.1:8081:81/tcp', '10.0.0.1:9000:90/udp'],
  );
  assert.deepEqual([placed.apiHostIP, placed.registriesCreate[0]?.hostIP], ['172.18.0.1', '172.18.0.1']);
  assert.equal(publishedOn(config({ apiHost: '127.0.0.1' }), '0.0.0.0').apiHostIP, '127.0.0.1');
  const same = config({ ports });
  assert.equal(publishedOn(same, '127.0.0.1'), same);
});

test('in a container each port has the number that it has outside', () => {
  let last = 40_000;
  const layer = { ports: [port('8080:80'), port('81')], registriesCreate: [defaultRegistry('here')], apiPort: 6550 };
  const { config: inner, published } = nestCluster(config(layer), '127.0.0.1', '127.0.0.1', () => ++last);
  assert.deepEqual(
    inner.ports.map(({ value }) => value),
    ['0.0.0.0:8080:80/tcp', '0.0.0.0:40001:81/tcp'],
  );
  assert.deepEqual([inner.apiHost, inner.apiHostIP, inner.apiPort], ['127.0.0.1', '0.0.0.0', 6550]);
  assert.equal(inner.registriesCreate[0]?.hostPort, 40_002);
  assert.deepEqual(
    published.map(({ hostIP, hostPort, containerPort }) => `${hostIP}:${hostPort}:${containerPort}`),
    ['127.0.0.1:8080:8080', '127.0.0.1:40001:40001', '127.0.0.1:6550:6550', '127.0.0.1:40002:40002'],
  );
});

test('a process in a container knows which one by its mounts', () => {
  const id = 'ab'.repeat(32);
  const line = `713 698 254:0 /var/lib/docker/containers/${id}/hostname /etc/hostname rw,relatime - ext4 /dev/vda rw`;
  assert.equal(ownContainer(`1 2 3\n${line}\n`), id);
  assert.equal(ownContainer('24 30 0:22 / /proc rw - proc proc rw\n'), undefined);
});

test('mirrors are asked before what the user’s own settings say of Docker Hub', () => {
  const own = 'mirrors:\n  docker.io:\n    endpoint: [https://mirror.example]\nconfigs: {}\n';
  const merged = withMirrors(own, ['http://10.0.0.5:5000'], 'input "registry-mirror"');
  assert.match(
    merged,
    /docker\.io:\n {4}endpoint:\n {6}- http:\/\/10\.0\.0\.5:5000\n {6}- https:\/\/mirror\.example\n/,
  );
  assert.match(merged, /^configs: \{\}$/m);
  assert.throws(
    () => withMirrors(undefined, ['10.0.0.5:5000'], 'input "registry-mirror"'),
    /"10\.0\.0\.5:5000" is no URL/,
  );
});
