import { ANY_ADDRESS, clusterRegistryName } from '../contract/names.ts';
import { DEFAULT_CLUSTER_NAME } from './defaults.ts';
import { type Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';

/** Older versions of the config file, the oldest first. */
export const MIGRATABLE = ['k3d.io/v1alpha2', 'k3d.io/v1alpha3', 'k3d.io/v1alpha4'];
const CURRENT = 'k3d.io/v1alpha5';

/**
 * Brings a document to the current version, in place, so that comments and line numbers stay. What each version changed
 * is k3d's (pkg/config: v1alpha3/migrations.go and its successors).
 * @param from one of `MIGRATABLE`
 */
export function migrateDocument(document: Document, from: string): void {
  const steps = [toV1alpha3, toV1alpha4];
  for (const step of steps.slice(MIGRATABLE.indexOf(from))) step(document);
  // v1alpha5 only added fields.
  document.setIn(['apiVersion'], CURRENT);
}

/** Writes a document as k3d would, whatever it came from: quotes only where a text needs them, and no empty lists. */
export function tidyDocument(document: Document): void {
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') delete node.type;
    },
    Pair: (_key, { value }) => (isSeq(value) && value.items.length === 0 ? visit.REMOVE : undefined),
  });
}

/** Filters `server[0]` become `server:0`; labels and arguments of k3s move below `options`. */
function toV1alpha3(document: Document): void {
  for (const key of ['volumes', 'ports', 'env', 'labels']) {
    for (const entry of itemsOf(document, [key])) {
      if (!isMap(entry)) continue;
      const filters = entry.get('nodeFilters');
      for (const filter of isSeq(filters) ? (filters.items as Scalar[]) : []) {
        if (isScalar(filter)) filter.value = String(filter.value).replace(/\[([^\]]*)\]/, ':$1');
      }
    }
  }
  move(document, ['labels'], ['options', 'runtime', 'labels']);
  const args = [
    ...takeArgs(document, 'extraServerArgs', 'server:*'),
    ...takeArgs(document, 'extraAgentArgs', 'agent:*'),
  ];
  if (args.length > 0) document.setIn(['options', 'k3s', 'extraArgs'], document.createNode(args));
  const create: unknown = document.getIn(['registries', 'create']);
  if (create === true) document.setIn(['registries', 'create'], document.createNode(registryOf(document)));
  else if (create === false || create === null) document.deleteIn(['registries', 'create']);
  // The host's entry is always there since v1alpha3.
  const injection = ['options', 'k3d', 'disableHostIPInjection'];
  if (document.hasIn(injection)) document.deleteIn(injection);
}

/** The registry that k3d makes of `create: true`. */
function registryOf(document: Document): object {
  const name = document.getIn(['name']);
  return {
    name: clusterRegistryName(typeof name === 'string' ? name : DEFAULT_CLUSTER_NAME),
    host: ANY_ADDRESS,
    hostPort: 'random',
  };
}

function toV1alpha4(document: Document): void {
  move(document, ['name'], ['metadata', 'name']);
}

function takeArgs(document: Document, key: string, nodeFilter: string): object[] {
  const path = ['options', 'k3s', key];
  const args = itemsOf(document, path).map((item) => ({
    arg: isScalar(item) ? item.value : item,
    nodeFilters: [nodeFilter],
  }));
  if (document.hasIn(path)) document.deleteIn(path);
  return args;
}

function itemsOf(document: Document, path: string[]): unknown[] {
  const node = document.getIn(path, true);
  return isSeq(node) ? node.items : [];
}

function move(document: Document, from: string[], to: string[]): void {
  if (!document.hasIn(from)) return;
  const node = document.getIn(from, true);
  document.deleteIn(from);
  document.setIn(to, node);
}
