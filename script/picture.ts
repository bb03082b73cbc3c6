import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [libraries, executablePath, source, target] = process.argv.slice(2) as [string, string, string, string];
const require = createRequire(join(libraries, 'package.json'));
const { marked } = require('marked') as { marked: { parse(markdown: string): string } };
const style = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');

// GitHub draws what a fence calls mermaid.
const body = marked
  .parse(readFileSync(source, 'utf8'))
  .replace(/<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g, '<div class="mermaid">$1</div>')
  .replaceAll('<details>', '<details open>');
const html = `<style>${style} body { margin: 0 } main { padding: 24px; width: 800px }</style>
<main class="markdown-body">${body}</main>`;

const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 600, deviceScaleFactor: 2 });
  await page.setContent(html);
  await page.addScriptTag({ path: join(libraries, 'node_modules/mermaid/dist/mermaid.min.js') });
  await page.evaluate('mermaid.run()');
  await (await page.$('main'))?.screenshot({ path: target as `${string}.png` });
} finally {
  await browser.close();
}
