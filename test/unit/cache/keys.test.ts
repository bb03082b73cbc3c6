import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineImagesKey, nodeImagesKey, snapshotKey, type SnapshotInputs } from '../../../src/cache/keys.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import type { ConfigLayer } from '../../../src/config/types.ts';

const IMAGE = 'rancher/k3s:v1.33.5-k3s1';
const digests = new Map([[IMAGE, 'sha256:1']]);
const inputs: SnapshotInputs = { platform: 'linux/amd64', digests, prepare: '', files: new Map(), salt: '' };
const config = (layer: ConfigLayer = {}) => mergeLayers({ name: 'a', image: IMAGE }, layer);
const arg = (value: string, where: string) => ({ value, nodeFilters: ['server:*'], where });

test('a snapshot fits whatever the cluster is called and however it is reached', () => {
  const first = snapshotKey([config()], inputs);
  assert.match(first.save, /^k3d-snapshot-v2-linux-amd64-[0-9a-f]{32}-[0-9a-f]{32}$/);
  const port = { value: '80:80', nodeFilters: ['server:0'], where: '' };
  const same = config({ name: 'b', apiPort: 6550, apiHostIP: '0.0.0.0', ports: [port], timeoutMs: 1, rollback: false });
  assert.deepEqual(snapshotKey([same], inputs), first);
  const here = snapshotKey([config({ k3sArgs: [arg('--x', 'input "k3s-args", line 1')] })], inputs);
  assert.deepEqual(snapshotKey([config({ k3sArgs: [arg('--x', 'line 7')] })], inputs), here);
});

test('a snapshot does not fit when anything else is different', () => {
  const changes: [ConfigLayer, Partial<SnapshotInputs>][] = [
    [{ agents: 1 }, {}],
    [{ k3sArgs: [arg('--disable=traefik', '')] }, {}],
    [{ token: 'x' }, {}],
    [{ ulimits: [{ name: 'nofile', soft: 1, hard: 1 }] }, {}],
    [{ ulimits: [{ name: 'nproc', soft: 1, hard: 1 }] }, {}],
    [{}, { digests: new Map([[IMAGE, 'sha256:2']]) }],
    [{}, { prepare: 'true' }],
    [{}, { files: new Map([['a', '1']]) }],
    [{}, { files: new Map([['a', '2']]) }],
    [{}, { salt: 'x' }],
    [{}, { platform: 'linux/arm64' }],
  ];
  const keys = changes.map(([layer, other]) => snapshotKey([config(layer)], { ...inputs, ...other }).save);
  const two = snapshotKey([config(), config()], inputs).save;
  const all = [...keys, two, snapshotKey([config()], inputs).save];
  assert.equal(new Set(all).size, all.length);
});

test('an entry that repaired a damaged one is looked for first; without a digest the newest will do', () => {
  const { save, restore } = engineImagesKey('linux/amd64', digests);
  assert.deepEqual(restore, [`${save}-r`, save]);
  const unknown = engineImagesKey('linux/amd64', new Map([[IMAGE, undefined]]));
  assert.equal(unknown.restore.length, 1);
  assert.ok(save.startsWith(unknown.restore[0] as string), 'what was asked for comes first in a key');
  const other = engineImagesKey('linux/amd64', new Map([['rancher/k3s:other', undefined]]));
  assert.notDeepEqual(other.restore, unknown.restore);
});

test('the images of a cluster depend on the release and arguments of k3s', () => {
  const key = (layer: ConfigLayer) => nodeImagesKey('linux/amd64', [config(layer)], digests).save;
  assert.equal(key({ name: 'b', agents: 3 }), key({}));
  assert.notEqual(key({ k3sArgs: [arg('--disable=traefik', '')] }), key({}));
});
