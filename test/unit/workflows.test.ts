import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../.github/workflows', import.meta.url));

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { needs?: string | string[]; 'timeout-minutes'?: number; 'runs-on'?: string }>;
}

const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

test('actions of others are pinned by commit, with the release beside it', () => {
  for (const { name, text } of workflows)
    for (const [line, uses = ''] of text.matchAll(/uses: (.*)$/gm))
      assert.match(uses, /^(\.\/|[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)+$)/, `${name}: ${line}`);
});

test('workflows may only read, and each further permission says what for', () => {
  for (const { name, text, workflow } of workflows) {
    assert.deepEqual(workflow.permissions, { contents: 'read' }, name);
    for (const [line] of text.matchAll(/^ +[a-z-]+: write.*$/gm))
      assert.match(line, /: write # \w+/, `${name}: ${line}`);
  }
});

test('every job ends by itself', () => {
  for (const { name, workflow } of workflows)
    for (const [job, { 'timeout-minutes': minutes }] of Object.entries(workflow.jobs))
      assert.ok(minutes, `${name}: ${job} has no timeout-minutes`);
});

test('the gate waits for every other job of the tests', () => {
  const { jobs } = workflows.find(({ name }) => name === 'test.yml')?.workflow as Workflow;
  const others = Object.keys(jobs).filter((name) => name !== 'all');
  assert.deepEqual([jobs.all?.needs].flat().sort(), others.sort());
});

test('the form for bugs asks for the diagnostics', () => {
  const form = readFileSync(join(folder, '../ISSUE_TEMPLATE/bug.yml'), 'utf8');
  const { body } = parse(form) as { body: { id?: string; validations?: { required?: boolean } }[] };
  const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  for (const id of ['what', 'workflow', 'doctor', 'diagnostics']) assert.ok(required.includes(id), id);
});

test('images that workflows and CONTRIBUTING choose for the tests are what the test bed asks for', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const bed = ['test/bed', 'test/e2e', 'test/runner'].flatMap((at) =>
    readdirSync(join(root, at), { withFileTypes: true })
      // It only passes on what the others have said.
      .filter((entry) => entry.isFile() && entry.name !== 'up')
      .map(({ name }) => readFileSync(join(root, at, name), 'utf8')),
  );
  const texts = [...workflows.map(({ text }) => text), readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')];
  const chosen = new Set(texts.flatMap((text) => [...text.matchAll(/\bK3D_TEST_[A-Z0-9_]+/g)].map(([name]) => name)));
  assert.ok(chosen.has('K3D_TEST_IMAGE'));
  for (const name of chosen) {
    const isRead = new RegExp(`\\$\\{${name}:-|chosen=${name}\\b|env\\.${name}\\b`);
    assert.ok(
      bed.some((text) => isRead.test(text)),
      `nothing reads ${name}`,
    );
  }
});
