import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFields, encodeNumber } from '../../src/etcd/protobuf.ts';

test('numbers survive the way through the wire format', () => {
  for (const value of [0n, 1n, 127n, 128n, 300n, 18035339816669063675n]) {
    assert.deepEqual(decodeFields(encodeNumber(1, value)), [{ number: 1, value }]);
  }
  // As protoc writes field 1 = 150.
  assert.deepEqual([...encodeNumber(1, 150n)], [0x08, 0x96, 0x01]);
});

test('texts are read, and fields of fixed length are passed over', () => {
  const message = Buffer.from([0x12, 0x02, 0x68, 0x69, 0x1d, 1, 2, 3, 4, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x28, 0x01]);
  assert.deepEqual(decodeFields(message), [
    { number: 2, value: Buffer.from('hi') },
    { number: 5, value: 1n },
  ]);
  assert.throws(() => decodeFields(Buffer.from([0x08, 0x80])), /ends in the middle/);
});
