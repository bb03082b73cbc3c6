import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineLostError } from '../../../src/docker/errors.ts';
import { jsonLines } from '../../../src/docker/streams.ts';

async function collect(chunks: (string | Uint8Array)[]): Promise<unknown[]> {
  const values: unknown[] = [];
  async function* source(): AsyncGenerator<string | Uint8Array> {
    yield* chunks;
  }
  for await (const value of jsonLines(source())) values.push(value);
  return values;
}

test('values are put together from chunks that end anywhere', async () => {
  const text = '{"status":"Löschen"}\r\n{"id":1}\n\n{"last":true}';
  const bytes = new TextEncoder().encode(text);
  const expected = [{ status: 'Löschen' }, { id: 1 }, { last: true }];
  assert.deepEqual(await collect([text]), expected);
  assert.deepEqual(await collect([...bytes].map((byte) => Uint8Array.of(byte))), expected);
});

test('what is no JSON is an error', async () => {
  await assert.rejects(collect(['<html>\n']), EngineLostError);
});
