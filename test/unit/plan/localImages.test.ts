import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { DEFAULTS } from '../../../src/config/defaults.ts';
import { LABEL } from '../../../src/contract/labels.ts';
import { planCluster } from '../../../src/plan/cluster.ts';
import {
  LOCAL_IMAGES_PATH,
  localImagesFiles,
  localImagesPrefix,
  localImagesURL,
} from '../../../src/plan/localImages.ts';

const prefix = localImagesPrefix('0123');
const url = `http://172.18.0.1:40001${prefix}`;
const endpoint = `${url}/v2`;

function settingsFor(own: string | undefined, untouched: string[] = []): { mirrors: Record<string, unknown> } {
  const [settings] = localImagesFiles(own, url, untouched);
  return parse(String(settings?.content)) as { mirrors: Record<string, unknown> };
}

test('every registry is asked for after the engine, with what the user has said of it', () => {
  assert.deepEqual(settingsFor(undefined), { mirrors: { '*': { endpoint: [endpoint] } } });
  const own = `
mirrors:
  docker.io: { endpoint: ["http://10.0.0.5:5000"] }
  "*": { endpoint: ["http://10.0.0.6:5000"] }
  quay.io: { endpoint: ["http://10.0.0.7"], rewrite: { "^(.*)$": "proxy/$1" } }
  k3d-reg:5000: { endpoint: ["http://k3d-reg:5000"] }
configs:
  ghcr.io: { auth: { username: me, password: secret } }
`;
  assert.deepEqual(settingsFor(own, ['k3d-reg']), {
    mirrors: {
      'docker.io': { endpoint: [endpoint, 'http://10.0.0.5:5000'] },
      '*': { endpoint: [endpoint, 'http://10.0.0.6:5000'] },
      'quay.io': { endpoint: ['http://10.0.0.7'], rewrite: { '^(.*)$': 'proxy/$1' } },
      'k3d-reg:5000': { endpoint: ['http://k3d-reg:5000'] },
      'ghcr.io': { endpoint: [endpoint] },
    },
    configs: { 'ghcr.io': { auth: { username: 'me', password: 'secret' } } },
  });
});

test('where a node asks is found again in its settings, which nobody else may read', () => {
  const [settings] = localImagesFiles('mirrors: {}', url, []);
  assert.equal(settings?.mode, 0o600);
  assert.equal(localImagesURL(String(settings?.content)), url);
  assert.equal(localImagesURL('mirrors: {}'), undefined);
});

test('nodes have the label and the files; the load balancer, and nodes whose settings are mounted, have no files', () => {
  const network = { name: 'n', id: 'i', subnet: '', gateway: '', external: false, fixedAddresses: false };
  const plan = (volumes: string[]) =>
    planCluster(
      {
        ...DEFAULTS,
        agents: 1,
        loadBalancer: 'on',
        localImages: 'built',
        volumes: volumes.map((value) => ({ value, nodeFilters: ['agent:0'], where: 'test' })),
      },
      {
        ...{ creation: 'c', token: 't', apiHost: 'h', apiPort: 1, network, registries: [] },
        ...{ existingVolumes: new Set<string>(), localImagesURL: url },
      },
    ).nodes.map(({ name, container, files }) => [
      name.replace('k3d-k3s-default-', ''),
      container.labels[LABEL.localImages],
      files.filter(({ path }) => path.includes('local-images')).length,
    ]);
  assert.deepEqual(plan([]), [
    ['server-0', 'built', 2],
    ['agent-0', 'built', 2],
    ['serverlb', undefined, 0],
  ]);
  assert.deepEqual(plan(['/etc/own.yaml:/etc/rancher/k3s/registries.yaml'])[1], ['agent-0', 'built', 0]);
  assert.ok(LOCAL_IMAGES_PATH.startsWith('/etc/'));
});
