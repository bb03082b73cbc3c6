import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';

/** Widths of a desk's screen and of a phone's, in CSS pixels. */
const DESK = 1280;
const PHONE = 390;

/** What a page shows, as the browser has it. */
export interface Seen {
  /** Text of the headings, from h1 to h4, that take room on the screen. */
  headings: { level: number; text: string }[];
  /** What a link can lead to on this page. */
  ids: string[];
  /** Targets of links, complete. */
  links: string[];
  /** Pixels that the page is wide; more than the screen's can be scrolled sideways. */
  width: number;
}

const LOOK = `(() => {
  const shown = (element) => element.getClientRects().length > 0;
  const text = (element) => element.textContent.replace(/\\u200b/g, '').trim();
  return {
    headings: [...document.querySelectorAll('h1,h2,h3,h4')].filter(shown)
      .map((element) => ({ level: Number(element.tagName[1]), text: text(element) })),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    width: document.documentElement.scrollWidth,
  };
})()`;

/** Pages of one browser, which remembers all that went wrong in them. */
export class Pages {
  readonly page: Page;
  /** Errors of the console, of scripts and of requests since they were taken last. */
  #errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => message.type() === 'error' && this.#errors.push(message.text()));
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('requestfailed', (request) => this.#errors.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on('response', (response) => {
      if (response.status() >= 400) this.#errors.push(`${response.url()}: ${response.status()}`);
    });
  }

  /** Opens a page on a screen of that width and says what is there. @throws AssertionError when something went wrong in it */
  async open(url: string, width = DESK): Promise<Seen> {
    await this.page.setViewport({ width, height: 900, isMobile: width === PHONE });
    await this.page.goto(url, { waitUntil: 'networkidle0' });
    assert.deepEqual(this.#errors.splice(0), [], `what went wrong in ${url}`);
    return await this.seen();
  }

  async seen(): Promise<Seen> {
    return (await this.page.evaluate(LOOK)) as Seen;
  }
}

/** A browser, until the test ends. */
export async function openBrowser(t: TestContext): Promise<Pages> {
  const executablePath = execFileSync(fileURLToPath(new URL('../bed/browser', import.meta.url)), {
    encoding: 'utf8',
  }).trim();
  // Chromium refuses its sandbox to root.
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  t.after(() => browser.close());
  return new Pages(await browser.newPage());
}

/** Nothing goes wrong in a page, links within it lead somewhere, and a screen and a phone show all of its width. */
export async function assertFits(pages: Pages, url: string): Promise<Seen> {
  const seen = await pages.open(url);
  for (const link of seen.links) {
    const [path, hash] = link.split('#');
    if (path === url && hash !== undefined) assert.ok(seen.ids.includes(hash), `${link} leads nowhere`);
  }
  assert.ok(seen.width <= DESK, `${url} is ${seen.width} pixels wide on a screen of ${DESK}`);
  const { width } = await pages.open(url, PHONE);
  assert.ok(width <= PHONE, `${url} is ${width} pixels wide on a screen of ${PHONE}`);
  return seen;
}
