import { parseArgsStringToArgv } from 'string-argv';
import { UserError } from '../../common/errors.ts';
import { readCaCertificates } from '../../config/caCertificates.ts';
import { readDatastore } from '../../config/datastore.ts';
import { inlineOrFile } from '../../config/file.ts';
import { readFilteredText, resolveVolume } from '../../config/layers.ts';
import { parseApiPort } from '../../config/portSpec.ts';
import { defaultRegistry, readRegistryCreate } from '../../config/registrySpec.ts';
import {
  readAgents,
  readK3sImage,
  readIpFamily,
  readLocalImages,
  readName,
  readNetwork,
  readServers,
  readTimeout,
  readToken,
} from '../../config/scalars.ts';
import type { ConfigLayer, Filtered, RegistrySpec } from '../../config/types.ts';
import { readVersion } from '../../config/version.ts';
import { readWait } from '../../config/wait.ts';
import { withMirrors } from '../../plan/registry.ts';
import { DEFAULT_INPUTS, type InputName } from './inputNames.ts';

/** What the inputs say of clusters. @throws UserError naming the input that is wrong */
export function inputLayer(text: (name: InputName) => string, cwd: string): ConfigLayer {
  const layer: ConfigLayer = {};
  const surroundings = { path: undefined, env: {}, cwd };
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
  set('datastore', 'datastore', readDatastore);
  set('timeout', 'timeoutMs', readTimeout);
  set('wait', 'wait', readWait);
  set('image', 'image', readK3sImage);
  set('local-images', 'localImages', readLocalImages);
  set('ip-family', 'ipFamily', readIpFamily);
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
    layer.registriesYaml = inlineOrFile(text('registries'), surroundings, 'input "registries"');
  }
  if (text('ca-certificates') !== '') {
    const where = 'input "ca-certificates"';
    layer.caCertificates = readCaCertificates(inlineOrFile(text('ca-certificates'), surroundings, where), where);
  }
  const mirrors = text('registry-mirror')
    .split(/[\s,]+/)
    .filter((url) => url !== '');
  if (mirrors.length > 0) layer.registriesYaml = withMirrors(layer.registriesYaml, mirrors, 'input "registry-mirror"');
  layer.k3sArgs = readK3sArgs(text('k3s-args'));
  layer.ports = linesOf(text('ports'), 'ports');
  layer.volumes = linesOf(text('volumes'), 'volumes').map((entry) => resolveVolume(entry, cwd));
  layer.env = linesOf(text('env'), 'env');
  layer.nodeLabels = linesOf(text('node-labels'), 'node-labels');
  return layer;
}

/** One entry a line; empty lines and lines that begin with `#` say nothing. */
export function plainLinesOf(text: string, input: InputName): { value: string; where: string }[] {
  return text
    .split('\n')
    .map((line, index) => ({ value: line.trim(), where: `input "${input}", line ${index + 1}` }))
    .filter(({ value }) => value !== '' && !value.startsWith('#'));
}

/** Entries that may end in a node filter. */
export function linesOf(text: string, input: InputName): Filtered[] {
  return plainLinesOf(text, input).map(({ value, where }) => readFilteredText(value, where));
}

/** Where a registry was asked for that all clusters share. */
export const REGISTRY_INPUT = 'input "registry"';

/** `true` for a registry with a name and a port that are chosen, or its name and port. */
function registries(text: string): RegistrySpec[] {
  if (text === '' || text === 'false') return [];
  return [text === 'true' ? defaultRegistry(REGISTRY_INPUT) : readRegistryCreate(text, REGISTRY_INPUT)];
}

/** Arguments of k3s, one or more a line, each by itself; those without a filter are for all servers. */
function readK3sArgs(text: string): Filtered[] {
  return linesOf(text, 'k3s-args').flatMap(({ value, nodeFilters, where }) =>
    parseArgsStringToArgv(value).map((arg) => ({
      value: arg,
      nodeFilters: nodeFilters.length === 0 ? ['server:*'] : nodeFilters,
      where,
    })),
  );
}
