import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocuments } from '../../../src/config/document.ts';
import { parseConfig } from '../../../src/config/file.ts';
import { tidyDocument } from '../../../src/config/migrate.ts';

const ALPHA2 = `# my cluster
apiVersion: k3d.io/v1alpha2
kind: Simple
name: old
servers: 2 # a pair
agents: 1
token: secret
volumes:
  - volume: /a:/b
    nodeFilters: ["server[0]", "agent[*]"]
ports:
  - port: 8080:80
    nodeFilters: [loadbalancer]
labels:
  - label: foo=bar
    nodeFilters: ["agent[0]"]
env:
  - envVar: A=b
    nodeFilters: ["server[0,1]"]
registries:
  create: true
  use: [k3d-other:5000]
options:
  k3d:
    wait: true
    disableHostIPInjection: true
  k3s:
    extraServerArgs: [--tls-san=a]
    extraAgentArgs: [--v=2]
`;

test('the oldest version becomes the current one, comments and all', () => {
  const [located] = readDocuments(ALPHA2, 'old.yaml', undefined);
  assert.ok(located);
  const text = located.document.toString();
  assert.equal(located.migratedFrom, 'k3d.io/v1alpha2');
  assert.match(text, /^# my cluster\napiVersion: k3d\.io\/v1alpha5\n/);
  assert.match(text, /servers: 2 # a pair/);
  assert.deepEqual(located.document.toJS(), {
    apiVersion: 'k3d.io/v1alpha5',
    kind: 'Simple',
    metadata: { name: 'old' },
    servers: 2,
    agents: 1,
    token: 'secret',
    volumes: [{ volume: '/a:/b', nodeFilters: ['server:0', 'agent:*'] }],
    ports: [{ port: '8080:80', nodeFilters: ['loadbalancer'] }],
    env: [{ envVar: 'A=b', nodeFilters: ['server:0,1'] }],
    registries: { create: { name: 'k3d-old-registry', host: '0.0.0.0', hostPort: 'random' }, use: ['k3d-other:5000'] },
    options: {
      k3d: { wait: true },
      k3s: {
        extraArgs: [
          { arg: '--tls-san=a', nodeFilters: ['server:*'] },
          { arg: '--v=2', nodeFilters: ['agent:*'] },
        ],
      },
      runtime: { labels: [{ label: 'foo=bar', nodeFilters: ['agent:0'] }] },
    },
  });
});

test('v1alpha3 and v1alpha4 are read with a notice, and mistakes keep their lines', () => {
  const surroundings = { path: '/w/k3d.yaml', env: {}, cwd: '/w' };
  const three = parseConfig('apiVersion: k3d.io/v1alpha3\nkind: Simple\nname: three\n', surroundings);
  assert.equal(three.layers[0]?.name, 'three');
  assert.deepEqual(three.notices, [
    '/w/k3d.yaml is written for k3d.io/v1alpha3: "k3d config migrate" brings it up to date',
  ]);
  const four = parseConfig('apiVersion: k3d.io/v1alpha4\nkind: Simple\nmetadata: {name: four}\n', surroundings);
  assert.equal(four.layers[0]?.name, 'four');
  assert.throws(
    () => parseConfig('apiVersion: k3d.io/v1alpha3\nkind: Simple\nname: Bad_\n', surroundings),
    /^UserError: \/w\/k3d\.yaml:3: "metadata\.name": "Bad_" can't be a cluster's name/,
  );
  assert.deepEqual(parseConfig('apiVersion: k3d.io/v1alpha5\nkind: Simple\n', surroundings).notices, []);
});

test('variables stay as they are written when a file is only migrated', () => {
  const [located] = readDocuments('apiVersion: k3d.io/v1alpha4\nkind: Simple\ntoken: ${TOKEN}\n', 'x', undefined);
  assert.match(located?.document.toString() ?? '', /token: \$\{TOKEN\}/);
});

test('what is quoted and what is left empty in the old file makes no difference in the new one', () => {
  const migrated = (text: string): string => {
    const [one] = readDocuments(text, 'k3d.yaml', undefined);
    assert.ok(one);
    tidyDocument(one.document);
    return one.document.toString({ lineWidth: 0 });
  };
  const plain =
    'apiVersion: k3d.io/v1alpha3\nkind: Simple\nname: a # mine\nkubeAPI:\n  hostIP: 0.0.0.0\n  hostPort: "6446"\n';
  const other = `${plain.replace('0.0.0.0', "'0.0.0.0'").replace('name: a', 'name: "a"')}registries:\n  create:\n    name: r\n  use: []\n`;
  assert.equal(
    migrated(other),
    `${migrated(plain)}`.replace(/^metadata:/m, 'registries:\n  create:\n    name: r\nmetadata:'),
  );
  assert.match(migrated(plain), /hostPort: "6446"/); // a number would be something else
  assert.match(migrated(plain), /# mine/);
});
