import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressPool, ipamOfSix, nodeAddressV6, privateSubnet } from '../../../src/plan/addresses.ts';

test('a pool is at the end of what nobody gives out, and never all of it', () => {
  const pools: [string, boolean, string][] = [
    ['172.18.0.0/16', true, '172.18.127.205-172.18.127.254'],
    ['172.18.0.0/16', false, '172.18.255.205-172.18.255.254'],
    ['10.0.3.0/26', true, '10.0.3.23-10.0.3.30'],
    ['10.0.3.64/28', false, '10.0.3.75-10.0.3.78'],
    ['', true, ''],
  ];
  for (const [subnet, isOwn, pool] of pools) assert.equal(addressPool(subnet, isOwn), pool);
});

test('an IPv6 subnet has its gateway, then nodes, then what the engine gives out', () => {
  assert.deepEqual(ipamOfSix('fd00:28::/64'), {
    ...{ subnet: 'fd00:28::/64', gateway: 'fd00:28::1', range: 'fd00:28::1:0/112' },
  });
  assert.equal(nodeAddressV6('fd00:28::/64', 0), 'fd00:28::3');
  assert.equal(nodeAddressV6('fd00:28::/64', 99), 'fd00:28::66');
  for (const other of ['', 'fd00:28::/48', 'fd00::1:0/112', 'fd00:1:2:3:4::/64']) {
    assert.equal(nodeAddressV6(other, 0), undefined, other);
    assert.deepEqual(ipamOfSix(other), { subnet: other });
  }
});

test('a private subnet is of the range of RFC 4193, and each cluster has one of its own', () => {
  assert.match(privateSubnet('a'), /^fd[0-9a-f]{2}:[0-9a-f]{4}:[0-9a-f]{4}::\/64$/);
  assert.equal(privateSubnet('a'), privateSubnet('a'));
  assert.notEqual(privateSubnet('a'), privateSubnet('b'));
});
