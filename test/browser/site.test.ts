import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../../src/config/project.ts';
import { eventually, freePort } from '../wait.ts';
import { assertFits, openBrowser, type Pages, type Seen } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'site/.vitepress/dist');
const BASE = `/${REPOSITORY.split('/')[1]}/`;

/** What users look for, and the page that has to be among the first answers. */
const SEARCHES: Record<string, string> = {
  version: 'versions',
  cache: 'caching',
  ingress: 'components',
  ErrImagePull: 'troubleshooting',
};

/** The built site, served as its host does. */
async function serve(t: TestContext): Promise<string> {
  assert.ok(existsSync(dist), 'the site is not built: script/site');
  const port = await freePort();
  const program = join(root, 'site/node_modules/vitepress/bin/vitepress.js');
  const args = [program, 'preview', '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: join(root, 'site'), stdio: 'ignore' });
  t.after(() => child.kill());
  const origin = `http://localhost:${port}`;
  await eventually(async (signal) => {
    assert.equal(child.exitCode, null, 'vitepress preview has ended');
    assert.ok((await fetch(origin + BASE, { signal })).ok, 'vitepress preview does not answer');
    return true;
  });
  return origin;
}

const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => name.replace(/\.html$/, ''));
const pathOf = (name: string): string => (name === 'index' ? BASE : `${BASE}${name}`);

/** The last heading of a page's text: what follows a fault in the middle of a page is not shown. */
function lastHeading(name: string): string | undefined {
  const text = readFileSync(join(root, 'docs', `${name}.md`), 'utf8').replace(/^```[^]*?^```/gm, '');
  return [...text.matchAll(/^#{1,4} +(.*)$/gm)].at(-1)?.[1]?.replace(/[`*]|\[(.*?)\]\(.*?\)/g, '$1');
}

test('every page of the site is whole, fits a screen and a phone, and its links lead somewhere', async (t) => {
  const origin = await serve(t);
  const pages = await openBrowser(t);
  const seen = new Map<string, Seen>();
  for (const name of names) seen.set(pathOf(name), await assertWhole(pages, origin, name));
  const tracked = new Set(execFileSync('git', ['-C', root, 'ls-files'], { encoding: 'utf8' }).split('\n'));
  const dead = [...seen].flatMap(([path, { links }]) =>
    links.filter((link) => !leadsSomewhere(link, origin, seen, tracked)).map((link) => `${link} on ${path}`),
  );
  assert.deepEqual(dead, []);
});

async function assertWhole(pages: Pages, origin: string, name: string): Promise<Seen> {
  const url = origin + pathOf(name);
  const seen = await assertFits(pages, url);
  assert.equal(seen.headings.filter(({ level }) => level === 1).length, 1, `${name} has one heading`);
  const last = lastHeading(name);
  if (last !== undefined)
    assert.ok(
      seen.headings.some(({ text }) => text === last),
      `${name} shows its last section "${last}" among ${JSON.stringify(seen.headings)}`,
    );
  return seen;
}

/** Links out of the site are looked at as far as they lead to files of this repository. */
function leadsSomewhere(link: string, origin: string, seen: Map<string, Seen>, tracked: Set<string>): boolean {
  const { origin: to, pathname, hash } = new URL(link);
  if (to === origin) {
    const target = seen.get(pathname);
    if (target === undefined) return existsSync(join(dist, pathname.slice(BASE.length)));
    return hash === '' || target.ids.includes(decodeURIComponent(hash.slice(1)));
  }
  const file = new RegExp(`^/${REPOSITORY}/(?:blob|edit)/main/(.*)$`).exec(pathname)?.[1];
  return file === undefined || tracked.has(file) || [...tracked].some((path) => path.startsWith(`${file}/`));
}

test('the search finds what users look for', async (t) => {
  const origin = await serve(t);
  const pages = await openBrowser(t);
  await pages.open(origin + BASE);
  const { page } = pages;
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  const input = await page.waitForSelector('#localsearch-input');
  for (const [word, name] of Object.entries(SEARCHES)) {
    await input?.click({ count: 3 });
    await input?.type(word);
    const expected = `a.result[href*="${BASE}${name}"]`;
    await page.waitForSelector(expected, { timeout: 10_000 }).catch(async () => {
      const found = (await page.evaluate(
        `[...document.querySelectorAll('a.result')].map((result) => result.getAttribute('href'))`,
      )) as string[];
      assert.fail(`"${word}" finds ${found.join(' ')}, not ${name}`);
    });
  }
});
