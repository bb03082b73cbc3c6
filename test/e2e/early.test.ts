import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, image, LEAN, stage } from './bed.ts';

/** What k3s applies by itself, and what its controllers make of that. */
const KINDS = [
  ...['serviceaccounts', 'configmaps', 'services', 'deployments', 'roles', 'rolebindings', 'addons.k3s.cattle.io'],
  ...['clusterroles', 'clusterrolebindings', 'replicasets', 'priorityclasses'],
].join(',');

interface Found {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [key: string]: unknown;
}

/** What differs between any two clusters: times, ids, certificates, addresses of nodes. */
const OWN =
  /^(uid|resourceVersion|creationTimestamp|managedFields|lastTransitionTime|lastUpdateTime|observedGeneration|generation)$/;

/** An object without what differs between any two clusters. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OWN.test(key))
      // Two write this list, in any order.
      .map(([key, one]) => [key, key === 'NodeHosts' ? String(one).split('\n').sort() : comparable(one)]),
  );
}

test('a minute later, what was brought early is what k3s brings itself, and nothing was done twice', async (t) => {
  const s = await stage(t);
  const make = async (name: string, env: NodeJS.ProcessEnv): Promise<void> =>
    void (await s.k3dOk(['cluster', 'create', name, '--image', image, '--no-lb', ...LEAN], env));
  const find = async (name: string, kinds: string, ...more: string[]): Promise<Found[]> =>
    (
      JSON.parse(await s.kubectl('--context', `k3d-${name}`, 'get', kinds, '-A', '-o', 'json', ...more)) as {
        items: Found[];
      }
    ).items;
  await make('early', {});
  await make('late', { K3D_FIX_EARLY: '0' });
  // k3s writes a sum into an addon once all of it is applied.
  for (const name of ['early', 'late']) {
    await eventually(async () => {
      const addons = await find(name, 'addons.k3s.cattle.io');
      const applied = addons.filter(({ spec }) => (spec as { checksum?: string }).checksum);
      assert.deepEqual(applied, addons);
      const names = new Set(applied.map(({ metadata }) => metadata.name));
      for (const addon of ['ccm', 'coredns', 'rolebindings']) assert.ok(names.has(addon), addon);
      return true;
    });
  }

  await t.test('every object is the same', async () => {
    const all = async (name: string): Promise<[string, unknown][]> => {
      const objects = (await find(name, KINDS)).filter(({ metadata }) => metadata.name !== 'kube-root-ca.crt');
      return objects.map((object) => {
        const { kind, metadata } = object;
        const text = JSON.stringify(object).replaceAll(`k3d-${name}-`, 'k3d-NAME-');
        const same = withoutChance(text);
        return [`${kind} ${metadata.namespace ?? ''}/${metadata.name}`, comparable(JSON.parse(same))];
      });
    };
    // Controllers make the last of them some seconds after a cluster can be used.
    await eventually(async () => {
      const [early, late] = await Promise.all([all('early'), all('late')]);
      assert.ok(late.length > 60, `${late.length} objects are compared`);
      assert.deepEqual(early.map(([name]) => name).sort(), late.map(([name]) => name).sort());
      const expected = new Map(late);
      for (const [name, object] of early) assert.deepEqual(object, expected.get(name), name);
      return true;
    });
  });

  await t.test('no pod was tried twice, and k3s had nothing to complain of', async () => {
    const events = await find('early', 'events');
    const failed = events.filter(
      ({ reason, message }) =>
        /^(Failed(CreatePodSandBox|Mount|Scheduling)|ApplyManifestFailed|BackOff)$/.test(String(reason)) &&
        // On a slow machine pods are there before their node is ready, as without us: they wait, nothing is tried twice.
        !/node\.kubernetes\.io\/not-ready|no nodes available/.test(String(message)),
    );
    assert.deepEqual(
      failed.map(({ reason, message }) => `${String(reason)}: ${String(message)}`),
      [],
    );
    const pods = await find('early', 'pods', '-l', 'k8s-app=kube-dns');
    assert.equal(pods.length, 1);
    const [status] = (pods[0]?.status as { containerStatuses: { restartCount: number }[] }).containerStatuses;
    assert.equal(status?.restartCount, 0);
  });

  await t.test('the network is where the controller would have put it, with flannel’s own file', async () => {
    const node = 'jsonpath={.items[0].spec.podCIDR}';
    for (const name of ['early', 'late']) {
      const file = await s.engine.containers.exec(`k3d-${name}-server-0`, ['cat', '/run/flannel/subnet.env']);
      const cidr = await s.kubectl('--context', `k3d-${name}`, 'get', 'nodes', '-o', node);
      const subnet = cidr.replace(/0\/24$/, '1/24');
      assert.deepEqual(file.stdout.trim().split('\n').sort(), [
        'FLANNEL_IPMASQ=true',
        'FLANNEL_MTU=1450',
        'FLANNEL_NETWORK=10.42.0.0/16',
        `FLANNEL_SUBNET=${subnet}`,
      ]);
      if (name === 'early') assert.equal(cidr, '10.42.0.0/24');
    }
  });
});

/** Without what is made up or the engine's: certificates, ends of names, addresses of nodes. */
const withoutChance = (text: string): string =>
  text
    .replaceAll(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/g, 'CERTIFICATE')
    .replaceAll(/-token-[a-z0-9]{5}\b/g, '-token-ID')
    .replaceAll(/(?<!\d)(172|192)\.\d+\.\d+\.\d+/g, 'ADDRESS');
