import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { DOCS, yamlExamples } from '../workflows/examples.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('each claim of the guide to security is held by a test of that name', () => {
  const section = read('docs/security.md').split('## Claims and their tests')[1]?.split('\n## ')[0] ?? '';
  const names = [...section.matchAll(/^\| (?!Claim|---).* \| (.*) \|$/gm)].map((match) => match[1] as string);
  assert.ok(names.length >= 10);
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const tests = files.map((name) => read(join('test', name))).join('\n');
  const missing = names.filter((name) => !tests.includes(`test('${name}'`) && !tests.includes(`test("${name}"`));
  assert.deepEqual(missing, []);
});

test('workflows and inputs ask for no more than they need', () => {
  const workflows = [
    ...DOCS.flatMap(yamlExamples).filter((text) => /^on: /m.test(text)),
    ...readdirSync(join(root, 'test/workflows'))
      .filter((name) => name.endsWith('.yml'))
      .map((name) => read(join('test/workflows', name))),
  ];
  assert.ok(workflows.length > 10);
  for (const text of workflows) {
    const { name, permissions } = parse(text) as { name: string; permissions?: unknown };
    assert.deepEqual(permissions, { contents: 'read' }, name);
    assert.doesNotMatch(text, /secrets\.|github\.token/, name);
  }
  const { inputs } = parse(read('action.yml')) as { inputs: Record<string, { default?: string }> };
  for (const [name, { default: value }] of Object.entries(inputs))
    assert.doesNotMatch(value ?? '', /token|secrets/, name);
});
