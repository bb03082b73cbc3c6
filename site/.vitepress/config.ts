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
    nav: [
      page('Guide', '/getting-started'),
      page('Inputs', '/inputs'),
      page('Command', '/cli'),
      page('Package', '/api'),
    ],
    sidebar: [
      {
        text: 'The action',
        items: [
          page('Getting started', '/getting-started'),
          page('Inputs and outputs', '/inputs'),
          page('Versions', '/versions'),
          page('Caching and snapshots', '/caching'),
          page('Waiting, failing, cleaning up', '/failures'),
          page('Several clusters', '/several'),
          page('Upgrading and resetting', '/upgrades'),
          page('Registries and images', '/registries'),
          page('Components, manifests, charts', '/components'),
          page('Datastores', '/datastores'),
          page('Tools', '/tools'),
          page('Migrating', '/migrate'),
        ],
      },
      {
        text: 'Elsewhere',
        items: [page('Self-hosted runners', '/self-hosted'), page('The dind image', '/dind')],
      },
      {
        text: 'Command and package',
        items: [
          page('The k3d command', '/cli'),
          page('The config file', '/config'),
          page('Compatibility with k3d', '/compatibility'),
          page('The package', '/api'),
        ],
      },
      {
        text: 'Background',
        items: [
          page('Messages and what they mean', '/troubleshooting'),
          page('Security', '/security'),
          page('Speed', '/speed'),
          page('Architecture', '/architecture'),
          page('Contributing', '/contributing'),
        ],
      },
    ],
  },
});
