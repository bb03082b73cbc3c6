import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { configFields } from '../../../script/docs.ts';
import { parseConfig } from '../../../src/config/file.ts';
import { CONFIG_SCHEMA } from '../../../src/config/schema.ts';

interface Node {
  type?: string;
  properties?: Record<string, Node>;
  items?: Node;
  then?: Node;
  required?: string[];
}

/** A document in which all is right but the field at `path`. Lists get one entry, with what it must have. */
function documentWith(path: string, value: unknown): object {
  const build = (node: Node, rest: string[]): unknown => {
    const inner = node.then ?? node;
    if (inner.items !== undefined && rest.length > 0) return [build(inner.items, rest)];
    const [key, ...deeper] = rest;
    if (key === undefined) return value;
    const needed = (inner.required ?? []).filter((name) => name !== key).map((name) => [name, fitting(inner, name)]);
    return { ...Object.fromEntries(needed), [key]: build(inner.properties?.[key] ?? {}, deeper) };
  };
  return build(CONFIG_SCHEMA as Node, path.split('.')) as object;
}

function fitting(node: Node, name: string): unknown {
  if (name === 'apiVersion') return 'k3d.io/v1alpha5';
  if (name === 'kind') return 'Simple';
  const type = node.properties?.[name]?.type;
  if (type === 'array') return [];
  return type === 'integer' ? 1 : 'x';
}

test('each field of the schema has a wrong value, and it is one sentence with the file, the line and the field', () => {
  for (const { path, kind } of configFields()) {
    const text = stringify(documentWith(path, kind === 'list' ? 'a text' : { wrong: true }));
    const lines = text.split('\n');
    assert.throws(
      () => parseConfig(text, { path: '/w/k3d.yaml', env: {}, cwd: '/w' }),
      (error: Error) => {
        assert.equal(error.name, 'UserError', `${path}: ${error.message}`);
        const match = /^\/w\/k3d\.yaml:(\d+): ([^\n]+)$/.exec(error.message);
        assert.ok(match, `${path}: ${error.message}`);
        const named = path === 'apiVersion' || path === 'kind' ? path : (path.split('.').at(-1) as string);
        assert.ok((match[2] as string).includes(named), `${path}: ${error.message}`);
        assert.ok((lines[Number(match[1]) - 1] ?? '').length > 0, `${path}: line ${match[1]} of\n${text}`);
        return true;
      },
    );
  }
});

test('values of the right kind that mean nothing are one sentence too', () => {
  const cases: [string, unknown, RegExp][] = [
    ['metadata.name', 'Bad_', /"metadata\.name": "Bad_" can't be a cluster's name/],
    ['servers', 1000, /"servers": expected a whole number from 1 to 100/],
    ['agents', 1000, /"agents": expected a whole number from 0 to 100/],
    ['image', 'A B', /"image": "A B" is no image reference/],
    ['network', 'a b', /"network": "a b" can't be the name/],
    ['subnet', 'x', /"subnet": expected an IPv4 subnet/],
    ['token', 'a b', /"token": a cluster token/],
    ['kubeAPI.hostIP', 'x', /"kubeAPI\.hostIP": "x" is no IP address/],
    ['kubeAPI.hostPort', 'x', /"kubeAPI\.hostPort": malformed API port/],
    ['options.k3d.timeout', 'x', /"options\.k3d\.timeout": expected a duration/],
    ['options.k3d.loadbalancer.configOverrides', ['x=1'], /configOverrides\.0": "x=1" is no setting/],
    ['options.runtime.gpuRequest', 'x', /gpuRequest": expected all/],
    ['options.runtime.serversMemory', 'x', /serversMemory": expected an amount of memory/],
    ['options.runtime.agentsMemory', 'x', /agentsMemory": expected an amount of memory/],
    ['registries.create', { name: 'a b' }, /"registries\.create\.name": "a b" can't be the name of a container/],
    ['registries.create', { host: 'x' }, /"registries\.create\.host": "x" is no IP address/],
    ['registries.create', { hostPort: 'x' }, /"registries\.create\.hostPort": "x" in port "x" is not a valid port/],
    ['registries.create', { image: 'A B' }, /"registries\.create\.image": "A B" is no image/],
    ['registries.create', { volumes: ['a:b:c:d'] }, /"registries\.create\.volumes": malformed volume/],
    ['registries.create', [{ proxy: { remoteURL: 'x' } }], /"registries\.create\.0\.proxy": "x" is no URL/],
    ['registries.create', { proxy: { remoteURL: 'http://x', username: 'u' } }, /login needs both/],
    ['registries.use', ['a:b:c'], /"registries\.use\.0": malformed registry/],
    ['registries.config', 'none.yaml', /"registries\.config": file "none\.yaml" can't be read/],
  ];
  for (const [path, value, message] of cases) {
    const text = stringify(documentWith(path, value));
    assert.throws(() => parseConfig(text, { path: '/w/k3d.yaml', env: {}, cwd: '/w' }), { name: 'UserError', message });
  }
});
