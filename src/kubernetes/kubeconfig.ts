import { isDeepStrictEqual } from 'node:util';
import { parse, stringify } from 'yaml';
import { messageOf, UserError } from '../common/errors.ts';
import { isMapping } from '../common/mapping.ts';
import { contextName, userName } from '../contract/names.ts';
import type { KubeCredentials } from './client.ts';

interface Named {
  name: string;
}
interface ClusterEntry extends Named {
  cluster: { server: string; 'certificate-authority-data'?: string; [key: string]: unknown };
}
interface UserEntry extends Named {
  user: { 'client-certificate-data'?: string; 'client-key-data'?: string; [key: string]: unknown };
}
interface ContextEntry extends Named {
  context: { cluster: string; user: string; namespace?: string; [key: string]: unknown };
}

/** A kubeconfig file. Fields that are not listed are kept as they are. */
export interface Kubeconfig {
  apiVersion: 'v1';
  kind: 'Config';
  clusters: ClusterEntry[];
  users: UserEntry[];
  contexts: ContextEntry[];
  'current-context'?: string;
  [key: string]: unknown;
}

/** A kubeconfig with nothing in it. */
export function emptyKubeconfig(): Kubeconfig {
  return { apiVersion: 'v1', kind: 'Config', clusters: [], users: [], contexts: [] };
}

/**
 * Reads a kubeconfig. An empty text is an empty kubeconfig, as kubectl has it.
 * @throws UserError when it is no YAML or no kubeconfig
 */
export function parseKubeconfig(text: string, where: string): Kubeconfig {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new UserError(`${where} is no valid YAML: ${messageOf(error).split('\n')[0]}`, { cause: error });
  }
  if (value === null || value === undefined) return emptyKubeconfig();
  if (!isMapping(value)) throw new UserError(`${where} is no kubeconfig: expected a mapping`);
  const config = { ...emptyKubeconfig(), ...value } as Kubeconfig;
  for (const key of ['clusters', 'users', 'contexts'] as const) {
    if (config[key] === null) config[key] = [];
    if (!Array.isArray(config[key])) throw new UserError(`${where} is no kubeconfig: "${key}" must be a list`);
    if (!(config[key] as unknown[]).every((entry) => isMapping(entry) && typeof entry.name === 'string')) {
      throw new UserError(`${where} is no kubeconfig: each of "${key}" must have a name`);
    }
  }
  return config;
}

/** The text of a kubeconfig file. */
export function formatKubeconfig(config: Kubeconfig): string {
  return stringify(config, { lineWidth: 0 });
}

/** The kubeconfig of one cluster, with k3d's names. */
export function kubeconfigFor(cluster: string, credentials: KubeCredentials): Kubeconfig {
  const encode = (pem: string): string => Buffer.from(pem, 'utf8').toString('base64');
  const name = contextName(cluster);
  const user = {
    'client-certificate-data': encode(credentials.cert),
    'client-key-data': encode(credentials.key),
  };
  return {
    ...emptyKubeconfig(),
    clusters: [{ name, cluster: { 'certificate-authority-data': encode(credentials.ca), server: credentials.server } }],
    users: [{ name: userName(cluster), user }],
    contexts: [{ name, context: { cluster: name, user: userName(cluster) } }],
    'current-context': name,
  };
}

/** `into` with the entries of `from`, which replace those of the same name; the rest is kept. */
export function mergeKubeconfig(into: Kubeconfig, from: Kubeconfig, switchContext: boolean): Kubeconfig {
  const merge = <T extends { name: string }>(old: T[], added: T[]): T[] => [
    ...old.filter((entry) => !added.some((other) => other.name === entry.name)),
    ...added,
  ];
  const merged: Kubeconfig = {
    ...into,
    clusters: merge(into.clusters, from.clusters),
    users: merge(into.users, from.users),
    contexts: merge(into.contexts, from.contexts),
  };
  const current = from['current-context'];
  if (current !== undefined && (switchContext || !into['current-context'])) merged['current-context'] = current;
  return merged;
}

/** The first entry of `into` that has the name of one of `from` and is another, e.g. `context k3d-dev`. */
export function conflictingEntry(into: Kubeconfig, from: Kubeconfig): string | undefined {
  for (const kind of ['cluster', 'user', 'context'] as const) {
    const added: Named[] = from[`${kind}s`];
    const present: Named[] = into[`${kind}s`];
    const other = added.find((entry) =>
      present.some((one) => one.name === entry.name && !isDeepStrictEqual(one, entry)),
    );
    if (other !== undefined) return `${kind} ${other.name}`;
  }
  return undefined;
}

/** `config` without a cluster's entries. A current context that pointed to it is left empty, as k3d does. */
export function withoutCluster(config: Kubeconfig, cluster: string): Kubeconfig {
  const name = contextName(cluster);
  const rest: Kubeconfig = {
    ...config,
    clusters: config.clusters.filter((entry) => entry.name !== name),
    users: config.users.filter((entry) => entry.name !== userName(cluster)),
    contexts: config.contexts.filter((entry) => entry.name !== name),
  };
  // As k3d does, on to another one, if there is one.
  if (rest['current-context'] === name) rest['current-context'] = rest.contexts[0]?.name ?? '';
  return rest;
}

/** Values of a kubeconfig that must be masked: the key, singly, since masking works by line. */
export function secretsOf(config: Kubeconfig): string[] {
  return config.users.flatMap((entry) => {
    const data = entry.user['client-key-data'];
    return data === undefined ? [] : [data, Buffer.from(data, 'base64').toString('utf8')];
  });
}
