import { parse } from 'yaml';
import { isMapping } from '../common/mapping.ts';

/** Where k3s reads settings beside its command line, unless it is told otherwise (docs.k3s.io/installation/configuration). */
export const K3S_CONFIG_PATH = '/etc/rancher/k3s/config.yaml';

/** A folder of more of them (k3s: pkg/configfilearg). */
export const CONFIG_FOLDER = `${K3S_CONFIG_PATH}.d`;
/** Where a node of ours tells k3s its own addresses at each start, which nobody has told it. */
export const FAMILY_SETTINGS_PATH = `${CONFIG_FOLDER}/10-k3d-ip-family.yaml`;

/** Variables that stand for flags (docs.k3s.io/cli). */
const VARIABLES: Readonly<Record<string, string>> = {
  K3S_NODE_NAME: 'node-name',
  K3S_CLUSTER_INIT: 'cluster-init',
  K3S_DATASTORE_ENDPOINT: 'datastore-endpoint',
  K3S_DATA_DIR: 'data-dir',
};

/** Flags that take no word after them. */
const SWITCHES: ReadonlySet<string> = new Set([
  'cluster-init',
  'disable-agent',
  'disable-apiserver',
  'disable-cloud-controller',
  'disable-controller-manager',
  'disable-etcd',
  'disable-helm-controller',
  'disable-kube-proxy',
  'disable-network-policy',
  'disable-scheduler',
  'with-node-id',
]);

/** Where the settings of a node of k3s come from. */
export interface SettingSources {
  /** Words of its command. */
  command: readonly string[];
  /** `NAME=value` */
  env: readonly string[];
  /** Texts of its config files by path. */
  files: ReadonlyMap<string, string>;
}

/** What a node of k3s was told, wherever it was said: values by flag, without dashes, the one that counts last. */
export class NodeSettings {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  /** The value that counts; undefined: nothing was said. */
  value(flag: string): string | undefined {
    return this.#values.get(flag)?.at(-1);
  }

  /** All values of a flag that can be given more than once. */
  all(flag: string): readonly string[] {
    return this.#values.get(flag) ?? [];
  }

  /** Whether a switch is on. */
  isOn(flag: string): boolean {
    const value = this.value(flag);
    return value !== undefined && !/^(false|0|f)$/i.test(value);
  }

  /** All of it as a command line would have it: `--FLAG=VALUE`. A switch that is off is not among it. */
  get args(): string[] {
    const said = [...this.#values].filter(([flag]) => !SWITCHES.has(flag) || this.isOn(flag));
    return said.flatMap(([flag, values]) => values.map((value) => `--${flag}=${value}`));
  }
}

/**
 * Reads what a node was told. Like k3s, a variable gives way to a file, and a file to the command line; a drop-in
 * replaces what was said before it, or adds to it where its key ends with `+` (k3s: pkg/configfilearg).
 */
export function nodeSettings({ command, env, files }: SettingSources): NodeSettings {
  const given = flagsOf(command);
  const variables = new Map(env.map((entry) => [entry.split('=')[0] as string, entry.slice(entry.indexOf('=') + 1)]));
  const path = given.get('config')?.at(-1) ?? variables.get('K3S_CONFIG_FILE') ?? K3S_CONFIG_PATH;
  const found = new Map<string, readonly string[]>();
  for (const [name, flag] of Object.entries(VARIABLES)) {
    const value = variables.get(name);
    if (value) found.set(flag, [value]);
  }
  for (const [flag, values] of fromFiles(files, path)) found.set(flag, values);
  for (const [flag, values] of given) found.set(flag, [...(found.get(flag) ?? []), ...values]);
  return new NodeSettings(found);
}

function flagsOf(command: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < command.length; at++) {
    const word = command[at] as string;
    const [, flag, , inline] = /^--?([a-z][\w-]*)(=([^]*))?$/i.exec(word) ?? [];
    if (flag === undefined) continue;
    const next = command[at + 1];
    const takesNext = inline === undefined && !SWITCHES.has(flag) && next !== undefined && !next.startsWith('-');
    const value = inline ?? (takesNext ? next : 'true');
    if (takesNext) at++;
    found.set(flag, [...(found.get(flag) ?? []), value]);
  }
  return found;
}

function fromFiles(files: ReadonlyMap<string, string>, path: string): Map<string, readonly string[]> {
  const dropIns = [...files.keys()]
    .filter((name) => name.startsWith(`${path}.d/`) && /\.ya?ml$/.test(name) && name !== FAMILY_SETTINGS_PATH)
    .sort();
  const found = new Map<string, readonly string[]>();
  for (const name of [path, ...dropIns]) {
    for (const [key, values] of settingsIn(files.get(name) ?? '')) {
      const flag = key.replace(/\+$/, '');
      found.set(flag, key.endsWith('+') ? [...(found.get(flag) ?? []), ...values] : values);
    }
  }
  return found;
}

/** A file that is no YAML is k3s's to complain of. */
function settingsIn(text: string): [string, string[]][] {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return [];
  }
  return isMapping(value) ? Object.entries(value).map(([key, one]) => [key, [one].flat().map(String)]) : [];
}
