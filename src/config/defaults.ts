import { LOOPBACK } from '../contract/names.ts';
import { KNOWN_CHANNELS } from './releases.ts';
import { dindImageOf, MAJOR, REPOSITORY } from './project.ts';
import type { ClusterConfig } from './types.ts';
import { SYSTEM_LAYERS } from './wait.ts';

/** Release of k3s that is used when nobody asks for one. */
export const DEFAULT_K3S_VERSION = KNOWN_CHANNELS.get('stable') as string;

/** The one instead of it on a machine with cgroup v1, which kubelets since 1.35 refuse. */
const CGROUP_V1_K3S_VERSION = KNOWN_CHANNELS.get('v1.34') as string;

/** Repository of the node images. */
export const K3S_IMAGE_REPOSITORY = 'rancher/k3s';

/** The image of a k3s release. Image tags can't hold a plus sign, so k3s publishes `+` as `-`. */
export const k3sImage = (version: string): string => `${K3S_IMAGE_REPOSITORY}:${k3sTag(version)}`;

/** The image that is used when nobody asks for one. @param cgroupVersion of the engine's machine, 1 or 2 */
export const usualImage = (cgroupVersion: number): string =>
  k3sImage(cgroupVersion === 1 ? CGROUP_V1_K3S_VERSION : DEFAULT_K3S_VERSION);

/** A release as the tag of its image, which is how k3d writes it too. */
export const k3sTag = (version: string): string => version.replace('+', '-');

/** Name of the cluster when none is given, as k3d has it. */
export const DEFAULT_CLUSTER_NAME = 'k3s-default';

/** Image of registries. */
export const REGISTRY_IMAGE = 'registry:2';

/** Image of containers that hold an engine. */
export const DIND_IMAGE = dindImageOf(REPOSITORY, MAJOR);

/** The configuration that no source has said anything about. */
export const DEFAULTS: Readonly<ClusterConfig> = {
  name: DEFAULT_CLUSTER_NAME,
  servers: 1,
  agents: 0,
  image: k3sImage(DEFAULT_K3S_VERSION),
  imageChosen: false,
  apiHost: undefined,
  apiHostWhere: undefined,
  // k3d publishes on all addresses. A CI machine has no reason to: only the job itself talks to the API.
  apiHostIP: LOOPBACK,
  apiPort: undefined,
  token: undefined,
  network: undefined,
  subnet: undefined,
  subnetV6: undefined,
  ipFamily: 'ipv4',
  datastore: undefined,
  loadBalancer: 'auto',
  // Stock nginx, which has the stream module.
  loadBalancerImage: 'nginx:1.30-alpine',
  loadBalancerOverrides: [],
  imageVolume: true,
  ports: [],
  volumes: [],
  env: [],
  k3sArgs: [],
  nodeLabels: [],
  runtimeLabels: [],
  files: [],
  hostAliases: [],
  ulimits: [],
  registriesCreate: [],
  registriesUse: [],
  registriesYaml: undefined,
  localImages: 'off',
  caCertificates: undefined,
  serversMemory: undefined,
  agentsMemory: undefined,
  hostPidMode: false,
  dockerInit: true,
  gpus: undefined,
  disabledFixes: [],
  enforceRegistryPortMatch: false,
  wait: SYSTEM_LAYERS,
  waitFor: [],
  timeoutMs: 5 * 60_000,
  rollback: true,
  bringsNetwork: false,
  updateDefaultKubeconfig: true,
  switchCurrentContext: true,
};
