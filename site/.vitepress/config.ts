import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { MAJOR, REPOSITORY as PROJECT } from '../../src/config/project.ts';

const REPOSITORY = `https://github.com/${PROJECT}`;
const BASE = `/${PROJECT.split('/')[1]}/`;

const page = (text: string, link: string) => ({ text, link });

const REFERENCE = [
  page('Inputs and outputs', '/inputs'),
  page('The k3d command', '/cli'),
  page('The config file', '/config'),
  page('Node.js API', '/api'),
  page('Environment variables', '/environment'),
  page('k3d compatibility', '/compatibility'),
];

/** The first paragraph of a page, as text: what a search engine shows below its title. */
function firstParagraph(path: string): string | undefined {
  const blocks = readFileSync(path, 'utf8')
    .replace(/^---\n[^]*?\n---\n/, '')
    .split(/\n{2,}/);
  const prose = blocks.find((block) => /^[A-Z`*[]/.test(block));
  return prose
    ?.replace(/\[(.*?)\]\(.*?\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

// A link that leads out of docs/ leads to the repository; any other that leads nowhere fails the build.
export default defineConfig({
  title: 'k3d-action',
  description: 'Real k3s clusters in Docker, for CI',
  srcDir: 'pages',
  base: BASE,
  cleanUrls: true,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}logo.svg` }],
    ['meta', { property: 'og:type', content: 'website' }],
    ['meta', { property: 'og:site_name', content: 'k3d-action' }],
  ],
  transformPageData(page, { siteConfig }) {
    if (page.frontmatter.layout === 'home') return;
    page.description = firstParagraph(join(siteConfig.srcDir, page.relativePath)) ?? page.description;
  },
  transformHead: ({ title, description }) => [
    ['meta', { property: 'og:title', content: title }],
    ['meta', { property: 'og:description', content: description }],
  ],
  markdown: {
    config: (markdown) => {
      // Vue would evaluate `${{ … }}` of workflows, and leave the page blank.
      markdown.core.ruler.push('inline-code-as-it-is', ({ tokens }) => {
        for (const { children } of tokens)
          for (const token of children ?? []) if (token.type === 'code_inline') token.attrSet('v-pre', '');
      });
      markdown.core.ruler.push('links-to-the-repository', ({ tokens }) => {
        for (const { children } of tokens) {
          for (const token of children ?? []) {
            const target = token.attrGet('href');
            // What is included from the root has its links from there.
            const path = /^(?:\.\.\/|(?=(?:test|script|src|docs)\/))(.*)$/.exec(target ?? '')?.[1];
            const own = /^docs\/([\w-]+\.md(?:#.*)?)$/.exec(target ?? '')?.[1];
            if (own !== undefined) token.attrSet('href', own);
            else if (path !== undefined) token.attrSet('href', `${REPOSITORY}/blob/main/${path}`);
          }
        }
      });
    },
  },
  themeConfig: {
    logo: '/logo.svg',
    outline: 'deep',
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path` },
    footer: {
      message: 'Released under the MIT license. Not affiliated with k3d-io, AbsaOSS or SUSE.',
    },
    nav: [
      page('Guide', '/getting-started'),
      page('Recipes', '/recipes'),
      { text: 'Reference', items: REFERENCE },
      page('Troubleshooting', '/troubleshooting'),
      {
        text: MAJOR,
        items: [
          page('Changelog', '/changelog'),
          page('Releases', `${REPOSITORY}/releases`),
          page('Contributing', '/contributing'),
          page('Changelog', '/changelog'),
        ],
      },
    ],
    sidebar: [
      {
        text: 'Get started',
        items: [
          page('Getting started', '/getting-started'),
          page('Recipes', '/recipes'),
          page('Migrate from another action', '/migrate'),
        ],
      },
      {
        text: 'Guides',
        items: [
          page('Kubernetes versions', '/versions'),
          page('Caching and snapshots', '/caching'),
          page('Local images', '/local-images'),
          page('IPv6 and dual stack', '/ip-families'),
          page('Images and registries', '/registries'),
          page('Expose services', '/expose'),
          page('Readiness', '/readiness'),
          page('Diagnostics', '/diagnostics'),
          page('Cleanup', '/cleanup'),
          page('Multiple clusters', '/several'),
          page('Upgrades and resets', '/upgrades'),
          page('Components, manifests, charts', '/components'),
          page('Datastores', '/datastores'),
          page('kubectl, helm and other tools', '/tools'),
          page('Self-hosted runners, other CI', '/self-hosted'),
          page('The dind image', '/dind'),
        ],
      },
      { text: 'Reference', items: REFERENCE },
      { text: 'Help', items: [page('FAQ', '/faq'), page('Troubleshooting', '/troubleshooting')] },
      {
        text: 'About',
        items: [
          page('Performance', '/speed'),
          page('Security', '/security'),
          page('How this is tested', '/testing'),
          page('Architecture', '/architecture'),
          page('Contributing', '/contributing'),
        ],
      },
    ],
  },
});
