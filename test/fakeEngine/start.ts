import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Engine } from '../../src/docker/engine.ts';
import { FakeEngine } from './engine.ts';

/** A fake engine for one test, and the product's own way to it. */
export async function fakeEngine(t: TestContext): Promise<{ fake: FakeEngine; engine: Engine; socket: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-fake-'));
  const socket = join(folder, 'engine.sock');
  const fake = new FakeEngine(socket);
  t.after(() => {
    fake.close();
    rmSync(folder, { recursive: true });
  });
  return { fake, engine: await fake.connect(), socket };
}
