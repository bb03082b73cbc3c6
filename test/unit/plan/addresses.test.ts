import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressPool } from '../../../src/plan/addresses.ts';

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
