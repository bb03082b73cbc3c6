import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Engine } from '../../src/docker/engine.ts';
import { FakeEngine } from './engine.ts';

/** A fake engine for one test, and the product's own way to it. */
export async function fakeEngine(t: TestContext): Promise<{ fake: FakeEngine; engine: Engine }> {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-fake-'));
  const fake = new FakeEngine(join(folder, 'engine.sock'));
  t.after(() => {
    fake.close();
    rmSync(folder, { recursive: true });
  });
  return { fake, engine: await fake.connect() };
}
