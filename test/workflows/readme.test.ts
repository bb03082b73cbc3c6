import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { image } from '../e2e/bed.ts';
import { workflowStage } from './act.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] as string);

test('the README has workflows, and each is run below', () => {
  assert.equal(examples.length, 2);
});

for (const example of examples) {
  const { name } = parse(example) as { name: string };
  test(`the README's workflow "${name}" runs as it stands there`, async (t) => {
    const stage = await workflowStage(t);
    // Only where the action comes from and which image of k3s this machine has are changed.
    const { status, output } = await stage.run(example.replace('org/k3d-action@v1', './'), { K3D_IMAGE: image });
    assert.equal(status, 0, output);
    assert.match(output, /Removed 2 containers, 1 networks, 1 volumes/);
  });
}
