import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { messageOf, UserError } from '../common/errors.ts';
import { readText } from '../common/text.ts';
import { type Located, placeOf, readDocuments } from './document.ts';
import type { Path } from './knownKeys.ts';
import { FIELDS } from './fields.ts';
import { resolveVolume } from './layers.ts';
import { checkContainerName } from '../contract/names.ts';
import {
  defaultRegistry,
  readHostIP,
  readHostPort,
  readLoadBalancerOverride,
  readProxy,
  readRegistryUse,
} from './registrySpec.ts';
import { readImage } from './scalars.ts';
import type { ConfigLayer, Filtered, RegistrySpec } from './types.ts';

/** What surrounds a config file. */
export interface FileSurroundings {
  /** Name of the file for messages; undefined for an inline document. */
  path: string | undefined;
  env: NodeJS.ProcessEnv;
  /** Folder that relative volumes are relative to. */
  cwd: string;
}

/** What a config file says: a layer a cluster, and what its reader should know. */
export interface ConfigFile {
  layers: ConfigLayer[];
  notices: string[];
}

/** The text of a config file on disk. @throws UserError when it can't be read */
export function readConfigText(path: string, cwd: string): string {
  try {
    return readText(resolve(cwd, path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(`config file ${path} ${missing ? 'does not exist' : `can't be read: ${messageOf(error)}`}`, {
      cause: error,
    });
  }
}

/** Reads a config file from disk. @throws UserError naming file and line */
export function readConfigFile(path: string, env: NodeJS.ProcessEnv, cwd: string): ConfigFile {
  return parseConfig(readConfigText(path, cwd), { path: resolve(cwd, path), env, cwd });
}

/**
 * The layers that the documents of a k3d config file describe, one a cluster.
 * @throws UserError with file and line for YAML that is malformed, unknown keys and values of the wrong kind
 */
export function parseConfig(text: string, surroundings: FileSurroundings): ConfigFile {
  const name = surroundings.path ?? 'inline config';
  const documents = readDocuments(text, name, surroundings.env);
  const old = documents.find((located) => located.migratedFrom !== undefined);
  const notice = `${name} is written for ${old?.migratedFrom}: "k3d config migrate" brings it up to date`;
  const notices = [...(old === undefined ? [] : [notice]), ...documents.flatMap((one) => one.notices)];
  return { layers: documents.map((one) => toLayer(one, surroundings)), notices };
}

function toLayer(located: Located, surroundings: FileSurroundings): ConfigLayer {
  const layer: ConfigLayer = {};
  for (const field of FIELDS) {
    const path = field.path.split('.');
    const raw = valueAt(located.value, path) as string | number | boolean | null | undefined;
    if (raw === undefined || raw === null || raw === '') continue;
    // Go's durations are nanoseconds where they are numbers.
    const text = field.path === 'options.k3d.timeout' && typeof raw === 'number' ? `${raw / 1e6}ms` : String(raw);
    Object.assign(layer, field.read(text, `${placeOf(located, path)}: "${field.path}"`));
  }
  const filtered = (path: string, key: string): Filtered[] => readFiltered(located, path.split('.'), key);
  layer.ports = filtered('ports', 'port');
  layer.volumes = filtered('volumes', 'volume').map((entry) => resolveVolume(entry, surroundings.cwd));
  layer.env = filtered('env', 'envVar');
  layer.k3sArgs = filtered('options.k3s.extraArgs', 'arg');
  layer.nodeLabels = filtered('options.k3s.nodeLabels', 'label');
  layer.runtimeLabels = filtered('options.runtime.labels', 'label');
  layer.files = readFiles(located, surroundings);
  const value = located.value as {
    hostAliases?: ConfigLayer['hostAliases'];
    options?: {
      k3d?: { loadbalancer?: { configOverrides?: string[] } };
      runtime?: { ulimits?: ConfigLayer['ulimits'] };
    };
  };
  // What else stands there has been told of.
  layer.hostAliases = value.hostAliases?.map(({ ip, hostnames }) => ({ ip, hostnames }));
  layer.ulimits = value.options?.runtime?.ulimits;
  layer.loadBalancerOverrides = value.options?.k3d?.loadbalancer?.configOverrides?.map((text, index) =>
    readLoadBalancerOverride(text, at(located, ['options', 'k3d', 'loadbalancer', 'configOverrides', index])),
  );
  readRegistries(located, surroundings, layer);
  return layer;
}

/** What a document has at a path. */
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((found, part) => (found as Record<string, unknown> | null | undefined)?.[part], value);

/** Where a value stands, and its name. */
function at(located: Located, path: Path): string {
  return `${placeOf(located, path)}: "${path.join('.')}"`;
}

interface RawRegistry {
  name?: string;
  host?: string;
  hostPort?: string | number;
  image?: string;
  proxy?: { remoteURL?: string; username?: string; password?: string };
  volumes?: string[];
  enforcePortMatch?: boolean;
}

function readRegistries(located: Located, surroundings: FileSurroundings, layer: ConfigLayer): void {
  const { registries } = located.value as {
    registries?: { create?: RawRegistry | RawRegistry[]; use?: string[]; config?: string };
  };
  const { create, use, config } = registries ?? {};
  const base = ['registries', 'create'];
  if (Array.isArray(create)) {
    layer.registriesCreate = create.map((raw, index) => readRegistry(raw, located, [...base, index], surroundings.cwd));
  } else if (create) layer.registriesCreate = [readRegistry(create, located, base, surroundings.cwd)];
  layer.registriesUse = use?.map((text, index) => readRegistryUse(text, at(located, ['registries', 'use', index])));
  if (config) layer.registriesYaml = registriesConfig(config, surroundings, at(located, ['registries', 'config']));
}

function readRegistry(raw: RawRegistry, located: Located, path: Path, cwd: string): RegistrySpec {
  const where = (key: string): string => at(located, [...path, key]);
  const spec = defaultRegistry(at(located, path));
  const { remoteURL = '', username = '', password = '' } = raw.proxy ?? {};
  const volume = (value: string) => resolveVolume({ value, nodeFilters: [], where: where('volumes') }, cwd).value;
  return {
    ...spec,
    name: raw.name ? checkContainerName(raw.name, where('name')) : undefined,
    hostIP: raw.host ? readHostIP(raw.host, where('host')) : spec.hostIP,
    hostPort: readHostPort(String(raw.hostPort ?? ''), where('hostPort')),
    image: raw.image ? readImage(raw.image, where('image')) : spec.image,
    proxy: readProxy(remoteURL, username, password, where('proxy')),
    volumes: (raw.volumes ?? []).map(volume),
    enforcePortMatch: raw.enforcePortMatch ?? false,
  };
}

function readFiltered(located: Located, path: Path, key: string): Filtered[] {
  const found = valueAt(located.value, path) as Record<string, unknown>[] | null | undefined;
  return (found ?? []).map((entry, index) => ({
    value: String(entry[key]),
    nodeFilters: (entry.nodeFilters as string[] | undefined) ?? [],
    where: `${placeOf(located, [...path, index])}: "${path.join('.')}"`,
  }));
}

function readFiles(located: Located, surroundings: FileSurroundings): ConfigLayer['files'] {
  const { files } = located.value as {
    files?: { source: string; destination: string; nodeFilters?: string[] }[];
  };
  return (files ?? []).map((file, index) => {
    const where = `${placeOf(located, ['files', index])}: "files"`;
    const source = inlineOrFile(file.source, surroundings, where);
    return { source, destination: file.destination, nodeFilters: file.nodeFilters ?? [], where };
  });
}

/** k3d looks for it in the working directory alone; beside the file is where one looks next. */
function registriesConfig(source: string, surroundings: FileSurroundings, where: string): string {
  const { cwd } = surroundings;
  const isHere = !source.includes('\n') && existsSync(resolve(cwd, source));
  return inlineOrFile(isHere ? resolve(cwd, source) : source, surroundings, where);
}

/** A text with a line break is the content itself, anything else a path relative to the config file, as in k3d. */
export function inlineOrFile(source: string, { path, cwd }: FileSurroundings, where: string): string {
  if (source.includes('\n')) return source;
  try {
    return readText(resolve(path === undefined ? cwd : dirname(path), source));
  } catch (error) {
    throw new UserError(`${where}: file "${source}" can't be read: ${messageOf(error)}`, { cause: error });
  }
}
