import { parse, stringify } from 'yaml';
import { UserError } from '../common/errors.ts';
import { isMapping } from '../common/mapping.ts';
import type { RegistrySpec } from '../config/types.ts';
import { APP, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { clusterRegistryName, MANIFESTS_PATH, LOOPBACK } from '../contract/names.ts';
import { type ContainerSpec, type FileSpec, plainContainer } from '../contract/containers.ts';

/** Port on which a registry listens unless it is told otherwise. */
export const REGISTRY_PORT = 5000;
/** Where a registry keeps images. */
export const REGISTRY_DATA_PATH = '/var/lib/registry';
/** Where a registry's program is told the URL of the registry that it passes requests on to. */
export const PROXY_URL_VARIABLE = 'REGISTRY_PROXY_REMOTEURL';

/** What others need to know of a registry. */
export interface RegistryFacts {
  /** Its container's name, which is its host name on the network. */
  name: string;
  internalPort: number;
  externalPort: number;
  /** Host address on which it is published. */
  hostIP: string;
  /** URL of the registry that it is a pull-through cache of, if it is one. */
  proxyURL: string | undefined;
}

/** What is decided outside of a registry's configuration. */
export interface RegistryPlacement {
  /** Empty: a registry of its own. */
  cluster: string;
  network: string;
  creation: string;
  /** Host port that it gets. */
  hostPort: number;
  /** Proxies of a pull-through cache, `NAME=VALUE`. */
  proxies?: readonly string[];
}

/** The container's name of a registry that is made with a cluster. */
export function nameOfRegistry(spec: RegistrySpec, cluster: string): string {
  return spec.name ?? clusterRegistryName(cluster);
}

/** @param hostPort host port that it gets */
export function registryFacts(spec: RegistrySpec, cluster: string, hostPort: number): RegistryFacts {
  return {
    name: nameOfRegistry(spec, cluster),
    internalPort: spec.enforcePortMatch ? hostPort : REGISTRY_PORT,
    externalPort: hostPort,
    hostIP: spec.hostIP,
    proxyURL: spec.proxy?.remoteURL,
  };
}

/** The container of a registry, with k3d's labels. */
export function planRegistry(spec: RegistrySpec, placement: RegistryPlacement): ContainerSpec {
  const { cluster, network, creation, hostPort, proxies = [] } = placement;
  const { name, internalPort } = registryFacts(spec, cluster, hostPort);
  const env: string[] = [];
  if (internalPort !== REGISTRY_PORT) env.push(`REGISTRY_HTTP_ADDR=:${internalPort}`);
  if (spec.deleteEnabled) env.push('REGISTRY_STORAGE_DELETE_ENABLED=true');
  if (spec.proxy !== undefined) {
    env.push(`${PROXY_URL_VARIABLE}=${spec.proxy.remoteURL}`, ...proxies);
    if (spec.proxy.username !== '') {
      env.push(`REGISTRY_PROXY_USERNAME=${spec.proxy.username}`, `REGISTRY_PROXY_PASSWORD=${spec.proxy.password}`);
    }
  }
  return plainContainer({
    name,
    image: spec.image,
    env,
    labels: {
      [LABEL.app]: APP,
      [LABEL.version]: K3D_CONTRACT_VERSION,
      [LABEL.role]: 'registry',
      [LABEL.cluster]: cluster,
      [LABEL.registryHost]: spec.hostIP,
      [LABEL.registryHostIP]: spec.hostIP,
      [LABEL.registryPortExternal]: String(hostPort),
      [LABEL.registryPortInternal]: String(internalPort),
      [LABEL.creation]: creation,
    },
    network,
    ports: [{ hostIP: spec.hostIP, hostPort, containerPort: internalPort, protocol: 'tcp' }],
    binds: spec.volumes,
  });
}

interface RegistriesYaml {
  mirrors?: Record<string, unknown> | null;
  configs?: Record<string, unknown> | null;
  [key: string]: unknown;
}

/**
 * k3s's `registries.yaml`: each registry is found under its name with either port and, so that one reference fits the
 * host and the cluster, under `localhost` with its host port. A pull-through cache stands in for what it is a cache of.
 * @param own the user's own settings, which win
 * @returns undefined when there is nothing to say
 * @throws UserError when the user's settings are malformed
 */
export function registriesYaml(registries: readonly RegistryFacts[], own: string | undefined): string | undefined {
  const settings = own === undefined ? {} : parseOwn(own);
  if (registries.length === 0) return own;
  const mirrors: Record<string, { endpoint: string[] }> = {};
  for (const { name, internalPort, externalPort, proxyURL } of registries) {
    const mirror = { endpoint: [`http://${name}:${internalPort}`] };
    for (const host of new Set([`${name}:${externalPort}`, `${name}:${internalPort}`, `localhost:${externalPort}`])) {
      mirrors[host] = mirror;
    }
    if (proxyURL !== undefined) {
      const upstream = mirroredHost(proxyURL);
      mirrors[upstream] = { endpoint: [...(mirrors[upstream]?.endpoint ?? []), ...mirror.endpoint] };
    }
  }
  return stringify({ ...settings, mirrors: { ...mirrors, ...settings.mirrors } }, { aliasDuplicateObjects: false });
}

/**
 * Settings of `registries.yaml` with places to ask for images of Docker Hub before Docker Hub itself.
 * @param own the user's other settings; what those say of Docker Hub comes after
 * @param where they were written, for messages
 * @throws UserError when they are malformed
 */
export function withMirrors(own: string | undefined, urls: readonly string[], where: string): string {
  const wrong = urls.find((url) => !/^https?:\/\/[^/\s]+(\/\S*)?$/.test(url));
  if (wrong !== undefined)
    throw new UserError(`${where}: "${wrong}" is no URL of a registry: expected e.g. http://10.0.0.5:5000`);
  const settings = own === undefined ? {} : parseOwn(own);
  const hub = withEndpoints(urls, settings.mirrors?.['docker.io']);
  return stringify({ ...settings, mirrors: { ...settings.mirrors, 'docker.io': hub } });
}

/** A mirror as it was, with places to ask before the others. */
function withEndpoints(urls: readonly string[], mirror: unknown): { endpoint: string[]; [key: string]: unknown } {
  const before = isMapping(mirror) ? mirror : {};
  return { ...before, endpoint: [...urls, ...endpointsOf(before)] };
}

const endpointsOf = (mirror: unknown): string[] =>
  isMapping(mirror) && Array.isArray(mirror.endpoint) ? (mirror.endpoint as string[]) : [];

/**
 * Settings of `registries.yaml` with a place to ask for every image first. What the user has said of a registry comes after
 * it, and what stands for all others has it too.
 *
 * Mirrors that are rewritten are left alone: the names that they are asked for are not the engine's. So are those of the
 * cluster's registries, into which images are pushed.
 * @param own the settings as they are otherwise
 * @param url of the registry that is asked first
 * @param untouched names of registries that are left alone
 * @throws UserError when the settings are malformed
 */
export function withFirstEndpoint(own: string | undefined, url: string, untouched: readonly string[]): string {
  const settings = own === undefined ? {} : parseOwn(own);
  const mirrors = settings.mirrors ?? {};
  // A registry with a login or certificates of its own has settings of its own in containerd, which the wildcard's are not in.
  const hosts = new Set([...Object.keys(mirrors), ...Object.keys(settings.configs ?? {}), '*']);
  const entries = [...hosts].map((host) => {
    const before = mirrors[host];
    const isOwn = endpointsOf(before).some((one) => untouched.some((name) => one.startsWith(`http://${name}:`)));
    const isRewritten = isMapping(before) && before.rewrite !== undefined;
    return [host, isOwn || isRewritten ? before : withEndpoints([url], before)];
  });
  return stringify(
    { ...settings, mirrors: Object.fromEntries(entries) as Record<string, unknown> },
    { aliasDuplicateObjects: false },
  );
}

/** The name under which containerd knows what a URL leads to: Docker Hub has a host name that no reference has. */
function mirroredHost(url: string): string {
  if (url === '*') return url;
  const { host } = new URL(url);
  return /^(registry-1|index)\.docker\.io$/.test(host) ? 'docker.io' : host;
}

function parseOwn(text: string): RegistriesYaml {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new UserError(`registries.yaml is malformed: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  if (value === null) return {};
  if (!isMapping(value)) throw new UserError('registries.yaml must be a mapping with "mirrors" and "configs"');
  const settings = value as RegistriesYaml;
  for (const [key, part] of Object.entries(settings)) {
    if (key !== 'mirrors' && key !== 'configs' && key !== 'auths') {
      throw new UserError(`registries.yaml: unknown key "${key}": "mirrors" and "configs" are known`);
    }
    if (part !== null && !isMapping(part)) throw new UserError(`registries.yaml: "${key}" must be a mapping`);
  }
  return settings;
}

/** Where k3s finds manifests that it applies by itself. */
const HOSTING_MANIFEST = `${MANIFESTS_PATH}/k3d-local-registry-hosting.yaml`;

/**
 * Tells tools in the cluster which registry to push to, as KEP-1755 has it: a manifest that k3s applies. The document
 * can name one registry; it is the first that takes pushes.
 */
export function hostingManifest(registries: readonly RegistryFacts[]): FileSpec[] {
  const registry = registries.find(({ proxyURL }) => proxyURL === undefined);
  if (registry === undefined) return [];
  const inside = `${registry.name}:${registry.internalPort}`;
  const hosting = {
    host: registryAddress(registry.hostIP, registry.externalPort),
    hostFromClusterNetwork: inside,
    hostFromContainerRuntime: inside,
    help: 'https://k3d.io/stable/usage/registries/',
  };
  const manifest = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'local-registry-hosting', namespace: 'kube-public' },
    data: { 'localRegistryHosting.v1': stringify(hosting) },
  };
  return [{ path: HOSTING_MANIFEST, content: stringify(manifest), mode: 0o600 }];
}

/** Where a registry is reached from the host. */
export function registryAddress(hostIP: string, port: number): string {
  return `${hostIP === '0.0.0.0' || hostIP === LOOPBACK ? 'localhost' : hostIP}:${port}`;
}
