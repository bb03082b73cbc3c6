import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseNode } from '../../../src/cache/snapshot/pause.ts';
import type { Engine } from '../../../src/docker/engine.ts';

const never = new AbortController().signal;

test('a node that can not be frozen at once is tried again, and one that can not at all is not', async () => {
  const tries = async (...failures: string[]): Promise<number> => {
    let asked = 0;
    const pause = async (): Promise<void> => {
      const failure = failures[asked++];
      if (failure !== undefined) throw new Error(failure);
    };
    await pauseNode({ containers: { pause } } as unknown as Engine, 'n', never, 0).catch((error: Error) => {
      assert.equal(error.message, failures.at(-1));
    });
    return asked;
  };
  const busy = 'OCI runtime pause failed: unable to freeze';
  assert.equal(await tries(), 1);
  assert.equal(await tries(busy, busy), 3);
  assert.equal(await tries(...Array.from({ length: 9 }, () => busy)), 5);
  assert.equal(await tries('no such container'), 1);
});
