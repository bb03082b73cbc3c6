import { defineConfig } from 'vitepress';

const REPOSITORY = 'https://github.com/org/k3d-action';

const page = (text: string, link: string) => ({ text, link });

// A link that leads out of docs/ leads to the repository; any other that leads nowhere fails the build.
export default defineConfig({
  title: 'k3d-action',
  description: 'Real k3s clusters in Docker, for CI',
  srcDir: 'pages',
  base: '/k3d-action/',
  cleanUrls: true,
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
            if (path !== undefined) token.attrSet('href', `${REPOSITORY}/blob/main/${path}`);
          }
        }
      });
    },
  },
  themeConfig: {
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
      page('Inputs', '/inputs'),
      page('k3d command', '/cli'),
      page('Node.js API', '/api'),
      page('Troubleshooting', '/troubleshooting'),
    ],
    sidebar: [
      {
        text: 'Get started',
        items: [
          page('Getting started', '/getting-started'),
          page('Recipes', '/recipes'),
          page('Inputs and outputs', '/inputs'),
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
          page('Readiness, diagnostics, cleanup', '/failures'),
          page('Multiple clusters', '/several'),
          page('Upgrades and resets', '/upgrades'),
          page('Components, manifests, charts', '/components'),
          page('Datastores', '/datastores'),
          page('kubectl, helm and other tools', '/tools'),
          page('Self-hosted runners, other CI', '/self-hosted'),
          page('The dind image', '/dind'),
        ],
      },
      {
        text: 'Reference',
        items: [
          page('The k3d command', '/cli'),
          page('The config file', '/config'),
          page('Node.js API', '/api'),
          page('k3d compatibility', '/compatibility'),
        ],
      },
      { text: 'Help', items: [page('FAQ', '/faq'), page('Troubleshooting', '/troubleshooting')] },
      {
        text: 'About',
        items: [
          page('Performance', '/speed'),
          page('Security', '/security'),
          page('Architecture', '/architecture'),
          page('Contributing', '/contributing'),
        ],
      },
    ],
  },
});
