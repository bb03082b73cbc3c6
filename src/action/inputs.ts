import { parseArgsStringToArgv } from 'string-argv';
import { UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';
import { readFilteredText, resolveVolume } from '../config/layers.ts';
import { parseApiPort } from '../config/portSpec.ts';
import { resolveConfigs } from '../config/resolve.ts';
import {
  readAgents,
  readBoolean,
  readImage,
  readK3sImage,
  readName,
  readNetwork,
  readServers,
  readTimeout,
  readToken,
} from '../config/scalars.ts';
import { dindImage } from '../config/fields.ts';
import { inlineOrFile } from '../config/file.ts';
import { defaultRegistry, readRegistryCreate } from '../config/registrySpec.ts';
import type { ClusterConfig, ConfigLayer, Filtered, RegistrySpec } from '../config/types.ts';
import { readTarget, type Target } from '../config/target.ts';
import { readWait } from '../config/wait.ts';
import { readVersion } from '../config/version.ts';
import { withMirrors } from '../plan/registry.ts';
import { readArgs } from './args.ts';

/** When the cluster is removed at the end of the job. */
export type Cleanup = 'always' | 'on-success' | 'never';
const CLEANUPS: readonly Cleanup[] = ['always', 'on-success', 'never'];

/** When it is looked into what is wrong with a cluster. */
export type DiagnosticsMode = 'on-failure' | 'always' | 'never';
const DIAGNOSTICS_MODES: readonly DiagnosticsMode[] = ['on-failure', 'always', 'never'];

/** All inputs, read and checked. */
export interface ActionInputs {
  clusters: ClusterConfig[];
  /** What the user should know of the config file. */
  notices: string[];
  /** Names of images of the engine to bring into all nodes. */
  images: string[];
  /** What to wait for last, in each cluster. */
  waitFor: Target[];
  cleanup: Cleanup;
  diagnostics: DiagnosticsMode;
  cache: CacheMode;
  snapshot: boolean;
  /** Text that a snapshot's key holds too, so that it can be begun anew. */
  snapshotKey: string;
  prepare: PrepareInputs | undefined;
  /** Image of the container that is to hold the clusters; undefined: none is. */
  dindImage: string | undefined;
}

/** What is cached across runs. */
export type CacheMode = 'images' | 'all' | 'off';
const CACHE_MODES: readonly CacheMode[] = ['images', 'all', 'off'];

/** The user's script that sets clusters up. */
export interface PrepareInputs {
  script: string;
  /** Globs of the files that it uses. */
  files: { value: string; where: string }[];
  timeoutMs: number;
}

/** Names of all inputs, as in action.yml; a test holds the two equal. */
export const INPUT_NAMES = [
  'name',
  'config',
  'version',
  'stage',
  'last',
  'supported',
  'minimum',
  'image',
  'servers',
  'agents',
  'args',
  'k3s-args',
  'ports',
  'volumes',
  'env',
  'node-labels',
  'images',
  'dind',
  'dind-image',
  'registry',
  'registry-mirror',
  'registries',
  'token',
  'network',
  'api-port',
  'timeout',
  'wait',
  'wait-for',
  'cache',
  'snapshot',
  'snapshot-key',
  'prepare',
  'prepare-files',
  'prepare-timeout',
  'cleanup',
  'diagnostics',
  'job-status',
] as const;

type InputName = (typeof INPUT_NAMES)[number];

/** Defaults of action.yml. An input with this value has not been set by anybody, so a config file wins over it. */
const DEFAULT_INPUTS: Partial<Record<InputName, string>> = {
  name: 'k3s-default',
  servers: '1',
  agents: '0',
  stage: 'cluster',
  supported: 'false',
  timeout: '5m',
  wait: 'system',
  cache: 'images',
  snapshot: 'false',
  dind: 'false',
  'prepare-timeout': '10m',
  cleanup: 'always',
  diagnostics: 'on-failure',
};

/** Gives the text of an input. @throws UserError when the environment has an input that is unknown */
export function inputReader(env: NodeJS.ProcessEnv): (name: InputName) => string {
  checkNames(env);
  return (name) => (env[variableOf(name)] ?? '').trim();
}

/** The variable in which the runner passes an input (actions/toolkit: getInput). */
const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

/**
 * Reads the inputs from the environment and resolves the cluster's configuration.
 * @throws UserError naming the input, or the file and line, that is wrong
 */
export function readInputs(env: NodeJS.ProcessEnv, cwd: string): ActionInputs {
  const text = inputReader(env);
  const cleanup = oneOf('cleanup', text('cleanup') || 'always', CLEANUPS);
  const diagnostics = oneOf('diagnostics', text('diagnostics') || 'on-failure', DIAGNOSTICS_MODES);
  const cache = oneOf('cache', text('cache') || 'images', CACHE_MODES);
  const snapshot = readBoolean(text('snapshot') || 'false', 'input "snapshot"');
  const args = readArgs(text('args'), cwd);
  if (args.config !== undefined && text('config') !== '') {
    throw new UserError('input "args" has --config and input "config" is set too: give one of them');
  }
  const config = text('config') || args.config;
  const layers = [inputLayer(text, cwd), args.layer];
  // A name picks one of several documents; as a part of each it would give all of them the same.
  const name = args.layer.name ?? layers[0]?.name;
  for (const layer of layers) delete layer.name;
  const { clusters, notices } = resolveConfigs({ config, env, layers, name, cwd });
  const waitFor = plainLinesOf(text('wait-for'), 'wait-for').map(({ value, where }) => readTarget(value, where));
  const images = linesOf(text('images'), 'images').map(({ value, where }) => readImage(value, where));
  const prepare = prepareInputs(text);
  refuseUnready(clusters, [
    images.length > 0 && 'images',
    snapshot && 'snapshot',
    prepare && 'prepare',
    waitFor.length > 0 && 'wait-for',
  ]);
  return {
    clusters,
    notices,
    images,
    waitFor,
    cleanup,
    diagnostics,
    cache,
    snapshot,
    snapshotKey: text('snapshot-key'),
    prepare,
    dindImage: dindInputs(text, env),
  };
}

function dindInputs(text: (name: InputName) => string, env: NodeJS.ProcessEnv): string | undefined {
  const isWanted = readBoolean(text('dind') || 'false', 'input "dind"');
  if (isWanted) return dindImage(text('dind-image'), env, 'input "dind-image"');
  if (text('dind-image') !== '') throw new UserError('input "dind-image" is for "dind: true", which is not set');
  return undefined;
}

/** @param wishes inputs that need nodes which are ready, if they are set */
function refuseUnready(clusters: readonly ClusterConfig[], wishes: readonly (InputName | false | undefined)[]): void {
  const needing = wishes.find(Boolean);
  if (needing && !clusters.every(({ wait }) => wait.has('nodes'))) {
    throw new UserError(`input "${needing}" needs nodes that are ready: leave "wait" at system`);
  }
}

/** @returns `value` @throws UserError when it is none of those that are known */
export function oneOf<T extends string>(name: InputName, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UserError(`input "${name}": "${value}" is unknown${suggestion(value, known)}`);
  return found;
}

function prepareInputs(text: (name: InputName) => string): PrepareInputs | undefined {
  const script = text('prepare');
  const files = plainLinesOf(text('prepare-files'), 'prepare-files');
  if (script === '') {
    if (files.length > 0) throw new UserError('input "prepare-files" names what "prepare" uses: give a script there');
    return undefined;
  }
  const timeoutMs = readTimeout(text('prepare-timeout') || '10m', 'input "prepare-timeout"');
  return { script, files, timeoutMs };
}

function checkNames(env: NodeJS.ProcessEnv): void {
  const known = new Set(INPUT_NAMES.map(variableOf));
  for (const variable of Object.keys(env)) {
    if (!variable.startsWith('INPUT_') || known.has(variable)) continue;
    const name = variable.slice('INPUT_'.length).toLowerCase();
    throw new UserError(`input "${name}" is unknown${suggestion(name, INPUT_NAMES)}`);
  }
}

function inputLayer(text: (name: InputName) => string, cwd: string): ConfigLayer {
  const layer: ConfigLayer = {};
  const set = <K extends keyof ConfigLayer>(
    name: InputName,
    key: K,
    read: (value: string, where: string) => ConfigLayer[K],
  ): void => {
    const value = text(name);
    if (value !== '' && value !== DEFAULT_INPUTS[name]) layer[key] = read(value, `input "${name}"`);
  };
  set('name', 'name', readName);
  set('servers', 'servers', readServers);
  set('agents', 'agents', readAgents);
  set('token', 'token', readToken);
  set('network', 'network', readNetwork);
  set('timeout', 'timeoutMs', readTimeout);
  set('wait', 'wait', readWait);
  set('image', 'image', readK3sImage);
  if (text('version') !== '') {
    if (text('image') !== '')
      throw new UserError('inputs "version" and "image" contradict each other: give one of them');
    layer.image = readVersion(text('version'), 'input "version"');
  }
  if (text('api-port') !== '') {
    const { host, hostIP, port } = parseApiPort(text('api-port'), 'input "api-port"');
    Object.assign(layer, { apiHost: host, apiHostIP: hostIP, apiPort: port });
  }
  layer.registriesCreate = registries(text('registry'));
  if (text('registries') !== '') {
    const surroundings = { path: undefined, env: {}, cwd };
    layer.registriesYaml = inlineOrFile(text('registries'), surroundings, 'input "registries"');
  }
  const mirrors = text('registry-mirror')
    .split(/[\s,]+/)
    .filter((url) => url !== '');
  if (mirrors.length > 0) layer.registriesYaml = withMirrors(layer.registriesYaml, mirrors, 'input "registry-mirror"');
  layer.k3sArgs = k3sArgs(text('k3s-args'));
  layer.ports = linesOf(text('ports'), 'ports');
  layer.volumes = linesOf(text('volumes'), 'volumes').map((entry) => resolveVolume(entry, cwd));
  layer.env = linesOf(text('env'), 'env');
  layer.nodeLabels = linesOf(text('node-labels'), 'node-labels');
  return layer;
}

/** One entry a line; empty lines and lines that begin with `#` say nothing. */
function plainLinesOf(text: string, input: InputName): { value: string; where: string }[] {
  return text
    .split('\n')
    .map((line, index) => ({ value: line.trim(), where: `input "${input}", line ${index + 1}` }))
    .filter(({ value }) => value !== '' && !value.startsWith('#'));
}

/** Entries that may end in a node filter. */
function linesOf(text: string, input: InputName): Filtered[] {
  return plainLinesOf(text, input).map(({ value, where }) => readFilteredText(value, where));
}

/** `true` for a registry with a name and a port that are chosen, or its name and port. */
function registries(text: string): RegistrySpec[] {
  if (text === '' || text === 'false') return [];
  const where = 'input "registry"';
  return [text === 'true' ? defaultRegistry(where) : readRegistryCreate(text, where)];
}

function k3sArgs(text: string): Filtered[] {
  return linesOf(text, 'k3s-args').flatMap(({ value, nodeFilters, where }) =>
    parseArgsStringToArgv(value).map((arg) => ({
      value: arg,
      nodeFilters: nodeFilters.length === 0 ? ['server:*'] : nodeFilters,
      where,
    })),
  );
}
