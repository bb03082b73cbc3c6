import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeEarly } from '../../../src/plan/early.ts';
import { expectationsOf } from '../../../src/plan/expectations.ts';
import { nodeFiles } from '../../../src/plan/nodeFiles.ts';
import { nodeSettings } from '../../../src/plan/nodeSettings.ts';

const IMAGE = 'rancher/k3s:v1.33.5-k3s1';

/** Whether a cluster whose server was told so can have its DNS early. */
function isEarly(command: string[], { env = [], minor = 33 }: { env?: string[]; minor?: number } = {}): boolean {
  const settings = nodeSettings({
    command: ['server', ...command],
    env,
    // What we add ourselves is no wish of the user's.
    files: new Map(nodeFiles('server', IMAGE, [], undefined, []).map(({ path, content }) => [path, String(content)])),
  });
  const node = { container: 'c', role: 'server', usualName: 'c', addresses: [], settings } as const;
  return canBeEarly(expectationsOf([node]), minor);
}

test('a usual cluster can have its network and DNS early, whatever else it was told', () => {
  assert.ok(isEarly([]));
  assert.ok(isEarly(['--disable=traefik,metrics-server', '--tls-san', '0.0.0.0', '--cluster-init']));
  assert.ok(isEarly(['--flannel-backend=vxlan', '--disable-cloud-controller', '--disable-network-policy']));
  assert.ok(isEarly(['--disable-kube-proxy=false', '--disable-agent=0']));
  assert.ok(isEarly(['--kubelet-arg=max-pods=50', '--kube-apiserver-arg=v=4']));
});

test('whoever has chosen a part of it gets nothing early', () => {
  for (const word of [
    ...['--flannel-backend=none', '--flannel-backend=host-gw', '--flannel-iface=eth1', '--flannel-ipv6-masq'],
    ...['--flannel-conf=/x', '--flannel-cni-conf=/x', '--flannel-external-ip', '--vpn-auth=x'],
    ...['--cluster-cidr=10.52.0.0/16', '--service-cidr=10.53.0.0/16', '--cluster-dns=10.43.0.99'],
    ...['--node-ip=172.18.0.2', '--node-external-ip=1.2.3.4'],
    ...['--disable-agent', '--disable-kube-proxy', '--disable-scheduler', '--disable-controller-manager'],
    ...['--disable-apiserver', '--disable-etcd', '--node-taint=a=b:NoSchedule'],
    ...['--kube-controller-manager-arg=kube-api-qps=5', '--kube-cloud-controller-manager-arg=v=4'],
  ]) {
    assert.equal(isEarly([word]), false, word);
  }
  assert.equal(isEarly([], { env: ['K3S_DATA_DIR=/data'] }), false);
  assert.equal(isEarly([], { minor: 21 }), false);
});

test('servers alone are told of the controller manager, and not where nothing is to be early', () => {
  const settings = (...[role, disabled]: [Parameters<typeof nodeFiles>[0], Parameters<typeof nodeFiles>[2]]): string =>
    String(nodeFiles(role, IMAGE, disabled, undefined, []).find(({ path }) => path.endsWith('.yaml'))?.content);
  assert.match(settings('server', []), /^kube-controller-manager-arg\+:\n {2}- kube-api-qps=100\n/m);
  assert.doesNotMatch(settings('agent', []), /controller-manager/);
  assert.doesNotMatch(settings('server', ['early']), /controller-manager/);
});
