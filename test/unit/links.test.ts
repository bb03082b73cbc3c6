import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'dind/examples'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `dind/examples/${name}`,
  ),
].filter((name) => name.endsWith('.md'));

/** A page without its blocks of code, in which brackets mean something else. */
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8').replaceAll(/```[^]*?```/g, '');

/** Anchors of a page, as GitHub makes them of headings. */
const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] as string)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

test('every link within the repository leads somewhere', () => {
  const broken: string[] = [];
  for (const page of pages) {
    for (const [, target = ''] of textOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : relative(root, join(root, dirname(page), path));
      if (!existsSync(join(root, file))) broken.push(`${page}: ${target}`);
      else if (anchor !== undefined && !anchorsOf(file).includes(anchor)) broken.push(`${page}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

test('every page of the guides is in the menu of the site', () => {
  const config = readFileSync(join(root, 'site/.vitepress/config.ts'), 'utf8');
  const listed = [...config.matchAll(/page\('[^']+', '\/([a-z-]+)'\)/g)].map((match) => match[1]);
  for (const page of pages.filter((name) => name.startsWith('docs/') && name !== 'docs/index.md'))
    assert.ok(listed.includes(page.slice('docs/'.length, -'.md'.length)), `${page} is not in the menu`);
});

test('each message that the guide to them explains is said by the program', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const messages = [...readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8').matchAll(/^### `(.*)`$/gm)];
  assert.ok(messages.length > 10);
  for (const [, message = ''] of messages) {
    // What stands in quotation marks differs from case to case.
    const parts = message.split(/"[^"]*"/).map((part) => part.replace(/[?;]? *did you mean *$|\?$/, '').trim());
    for (const part of parts.filter((text) => text.length > 3))
      assert.ok(sources.includes(part), `${message}: ${part}`);
  }
});
