import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { pack } from 'tar-stream';
import { bringEarly, isUntouched } from '../../../../src/cluster/start/early.ts';
import type { Engine } from '../../../../src/docker/engine.ts';
import { KubeError } from '../../../../src/kubernetes/client.ts';
import { fakeKube, fakeWait } from '../../kubernetes/fakeApi.ts';

const COREDNS = ['ServiceAccount', 'Service']
  .map((kind) => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: coredns\n  namespace: kube-system\n`)
  .join('---\n');

/** Stands in for a server, and keeps in their order what it is asked and what its API is given. */
function server({
  files = {},
  exitCode = 0,
  refuse,
  starting = 0,
}: {
  files?: object;
  exitCode?: number;
  refuse?: () => void;
  /** How often its API is asked for its own endpoints before it has any. */
  starting?: number;
}) {
  const log: string[] = [];
  const engine = {
    containers: {
      exec: async () => {
        log.push('file');
        return { exitCode, stdout: '', stderr: 'sh: not found' };
      },
      getArchive: async () => {
        log.push('look');
        const archive = pack();
        for (const [name, text] of Object.entries(files)) archive.entry({ name: `manifests/${name}` }, text as string);
        archive.finalize();
        return Readable.from(archive);
      },
    },
  } as unknown as Engine;
  const { wait } = fakeWait({}, 2000);
  const post = async (path: string, body: unknown): Promise<void> => {
    refuse?.();
    const { kind, metadata } = body as { kind: string; metadata: { name: string; labels?: object } };
    log.push(`${kind} ${metadata.name} at ${path.split('/').at(-1)}${metadata.labels ? ', marked' : ''}`);
  };
  let left = starting;
  const get = async (path: string): Promise<object | undefined> => {
    assert.equal(path, '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes');
    if (starting > 0) log.push('ask');
    return left-- > 0 ? undefined : {};
  };
  return { engine, wait: { ...wait, kube: Object.assign(fakeKube({}), { post, get }) }, log };
}

const DNS = ['ServiceAccount coredns at serviceaccounts, marked', 'Service coredns at services, marked'];

test('rights and the file of the network come before the DNS, which is what the server is about to apply', async () => {
  const { engine, wait, log } = server({ files: { 'ccm.yaml': 'x', 'coredns.yaml': COREDNS } });
  await bringEarly(engine, 's', [], wait);
  assert.deepEqual(log.slice(-2), DNS);
  const before = log.slice(0, -2);
  assert.deepEqual(
    before.filter((entry) => !/^(Cluster)?Role/.test(entry)),
    ['file', 'look'],
  );
  assert.ok(before.includes('ClusterRoleBinding system:k3s-controller at clusterrolebindings'));
  assert.ok(before.includes('RoleBinding k3s-cloud-controller-manager-authentication-reader at rolebindings'));
});

test('no service is made before the server has checked the addresses of services: it would end', async () => {
  const { engine, wait, log } = server({ files: { 'coredns.yaml': COREDNS }, starting: 2 });
  await bringEarly(engine, 's', [], wait);
  assert.deepEqual(
    log.filter((entry) => entry === 'ask' || entry.includes('coredns')),
    [DNS[0], 'ask', 'ask', 'ask', DNS[1]],
  );
});

test('what was turned off is not brought', async () => {
  const { engine, wait, log } = server({ files: { 'coredns.yaml': COREDNS } });
  await bringEarly(engine, 's', ['--disable=coredns', '--disable-cloud-controller=true'], wait);
  assert.ok(!log.includes('look'));
  assert.deepEqual(
    log.filter((entry) => entry.includes('cloud')),
    [],
  );
  const skipped = server({ files: { 'coredns.yaml': COREDNS, 'coredns.yaml.skip': '' } });
  await bringEarly(skipped.engine, 's', [], skipped.wait);
  assert.equal(skipped.log.at(-1), 'look');
});

test('where the file of the network can not be written, the DNS is left to k3s, and nothing fails', async () => {
  const { engine, wait, log } = server({ files: { 'coredns.yaml': COREDNS }, exitCode: 127 });
  await bringEarly(engine, 's', [], wait);
  assert.ok(!log.includes('look'));
});

test('a server that is not ready is asked again, and what is there already is well', async () => {
  const answers = [new KubeError(403, 'not yet'), new KubeError(404, 'no namespace'), new Error('socket hang up')];
  const { engine, wait, log } = server({
    files: { 'coredns.yaml': COREDNS },
    refuse: () => {
      const answer = answers.pop();
      if (answer !== undefined) throw answer;
    },
  });
  await bringEarly(engine, 's', [], wait);
  assert.deepEqual(log.slice(-2), DNS);
  let asked = 0;
  const there = server({
    files: { 'coredns.yaml': COREDNS },
    refuse: () => {
      throw new KubeError(asked++ % 2 === 0 ? 409 : 422, 'provided IP is already allocated');
    },
  });
  await bringEarly(there.engine, 's', [], there.wait);
  assert.equal(asked, 8);
});

test('a database in which a cluster has been before is known by its nodes', async () => {
  const withNodes = (...nodes: object[]) => fakeWait({ '/api/v1/nodes': { items: nodes } }).wait;
  const node = (podCIDR?: string) => ({ metadata: { name: 'n' }, spec: { podCIDR } });
  assert.equal(await isUntouched(withNodes()), true);
  assert.equal(await isUntouched(withNodes(node())), true);
  assert.equal(await isUntouched(withNodes(node('10.42.0.0/24'))), true);
  assert.equal(await isUntouched(withNodes(node('10.42.3.0/24'))), false);
  assert.equal(await isUntouched(withNodes(node(), node())), false);
  assert.equal(await isUntouched(fakeWait({}).wait), false);
});
