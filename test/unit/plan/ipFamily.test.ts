import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS } from '../../../src/config/defaults.ts';
import type { ClusterConfig } from '../../../src/config/types.ts';
import { familyArgs, familyEnv, inFamilies, withoutTwins } from '../../../src/plan/ipFamily.ts';
import type { PortMapping } from '../../../src/contract/containers.ts';

const config = (changes: Partial<ClusterConfig>): ClusterConfig => ({
  ...DEFAULTS,
  image: 'rancher/k3s:v1.34.1-k3s1',
  ...changes,
});

test('servers are told the ranges of their family, and what their release needs for it', () => {
  assert.deepEqual(familyArgs(config({}), []), []);
  assert.deepEqual(familyArgs(config({ ipFamily: 'dual' }), []), [
    '--cluster-cidr=10.42.0.0/16,fd00:42::/56',
    '--service-cidr=10.43.0.0/16,fd00:43::/112',
    '--flannel-ipv6-masq',
  ]);
  assert.deepEqual(familyArgs(config({ ipFamily: 'ipv6' }), ['--service-cidr=fd01::/112', '--flannel-ipv6-masq']), [
    '--cluster-cidr=fd00:42::/56',
  ]);
  const old = config({ ipFamily: 'dual', image: 'rancher/k3s:v1.23.1-k3s1' });
  assert.deepEqual(familyArgs(old, ['--cluster-cidr', '10.1.0.0/16,fd01::/56']), [
    '--service-cidr=10.43.0.0/16,fd00:43::/112',
    '--disable-network-policy',
  ]);
});

test('containers of a cluster without IPv6 are as they were', () => {
  assert.deepEqual(familyEnv(config({})), []);
  assert.deepEqual(familyEnv(config({ ipFamily: 'ipv6' })), ['K3D_IP_FAMILY=ipv6']);
});

test('a port on the loopback address is there for both families of a dual-stack cluster, if it has a number', () => {
  const port = { hostIP: '127.0.0.1', hostPort: 8080, containerPort: 80, protocol: 'tcp' } as const;
  const addresses = (family: ClusterConfig['ipFamily'], mapping: PortMapping): string[] =>
    inFamilies({ ipFamily: family }, mapping).map(({ hostIP }) => hostIP);
  assert.deepEqual(addresses('dual', port), ['127.0.0.1', '::1']);
  assert.deepEqual(addresses('ipv4', port), ['127.0.0.1']);
  assert.deepEqual(addresses('dual', { ...port, hostPort: undefined }), ['127.0.0.1']);
  assert.deepEqual(addresses('dual', { ...port, hostPortEnd: 8090 }), ['127.0.0.1']);
  assert.deepEqual(addresses('dual', { ...port, hostIP: '0.0.0.0' }), ['0.0.0.0']);
});

test('only what comes with a port of IPv4 by itself is left out, and only where the cluster has both families', () => {
  const four: PortMapping = { hostIP: '127.0.0.1', hostPort: 80, containerPort: 80, protocol: 'tcp' };
  const six: PortMapping = { ...four, hostIP: '::1' };
  const others: PortMapping[] = [
    { ...six, protocol: 'udp' },
    { ...six, containerPort: 81 },
    { ...six, hostPort: 82 },
  ];
  assert.deepEqual(withoutTwins({ ipFamily: 'dual' }, [four, six, ...others]), [four, ...others]);
  for (const ipFamily of ['ipv4', 'ipv6'] as const)
    assert.deepEqual(withoutTwins({ ipFamily }, [four, six, ...others]), [four, six, ...others]);
});
