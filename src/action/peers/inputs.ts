import { createHash } from 'node:crypto';
import { UserError } from '../../common/errors.ts';
import { MAX_CLUSTER_NAME } from '../../contract/names.ts';
import { readTimeout } from '../../config/scalars.ts';
import { modernArgs, quoteArgs } from './oldArgs.ts';

/** Inputs as text, those of the runner, while foreign ones are turned into our own. */
export interface Draft {
  get: (name: string) => string;
  /** Gives one of our inputs a value. @throws UserError when it has another one */
  set(name: string, value: string): void;
  /** Gives it a value whatever it has. */
  replace: (name: string, value: string) => void;
  /** What the shell of another action's script would make of a text, without running anything. */
  expand(text: string): string;
  /** Adds flags to the input `args`. */
  addArgs(...args: string[]): void;
}

/** An input of another action, and what it is here. */
export interface PeerInput {
  of: string;
  /** Our own way to say it; empty: there is nothing to say. */
  native: string;
  /** Why it has no effect here; undefined: it has. */
  unused?: string;
  apply: (value: string, draft: Draft, name: string) => void;
}

const ABSA = 'AbsaOSS/k3d-action';
const NOLAR = 'nolar/setup-k3d-k3s';
const KIND = 'helm/kind-action';

const none = (): void => undefined;

const same = (of: string, native: string): PeerInput => ({
  of,
  native,
  apply: (value, draft) => draft.set(native, value),
});

const unused = (of: string, why: string): PeerInput => ({ of, native: '', unused: why, apply: none });

/** For inputs that switch something on: what is set then. */
const when = (of: string, native: string, apply: (draft: Draft) => void): PeerInput => ({
  of,
  native,
  apply: (value, draft, name) => {
    if (!['true', 'yes', 'false', 'no'].includes(value.toLowerCase()))
      throw new UserError(`input "${name}" (of ${of}): "${value}" is neither "true" nor "false"`);
    if (/^(true|yes)$/i.test(value)) apply(draft);
  },
});

/** Name and port of the registry that `registry: true` asks for; those that are not given are kind-action's. */
const KIND_REGISTRY: PeerInput = {
  of: KIND,
  native: 'registry: NAME:PORT',
  apply(_value, draft) {
    if (draft.get('registry') !== 'true') return;
    draft.replace(
      'registry',
      `${draft.get('registry_name') || 'kind-registry'}:${draft.get('registry_port') || '5000'}`,
    );
  },
};

const OWN_K3D = 'the engine of k3d is in this action itself';

/**
 * Inputs of other actions that people come from (their own action.yml files). Names that are also ours are not here:
 * they are dealt with by value.
 */
export const PEER_INPUTS: Record<string, PeerInput> = {
  'cluster-name': {
    of: ABSA,
    native: 'name',
    apply(value, draft) {
      draft.set('name', value);
      const given = draft.get('args');
      const expanded = draft.expand(given);
      // Its first version passed them to k3d 4.
      const args = modernArgs(expanded);
      if (args !== undefined) draft.replace('args', quoteArgs(args));
      else if (expanded !== given) draft.replace('args', expanded);
    },
  },
  'k3d-version': unused(ABSA, OWN_K3D),
  'subnet-CIDR': {
    of: ABSA,
    native: 'args: --subnet …',
    apply: (value, draft) => draft.addArgs('--subnet', value),
  },
  'use-default-registry': when(ABSA, 'registry: registry.localhost:5000', (draft) =>
    draft.set('registry', `registry.localhost:${draft.get('registry-port') || '5000'}`),
  ),
  'registry-port': { of: ABSA, native: 'registry: NAME:PORT', apply: none },
  'override-registry-config-path': same(ABSA, 'registries'),
  'k3d-name': same(NOLAR, 'name'),
  'k3d-args': same(NOLAR, 'args'),
  'k3d-tag': unused(NOLAR, OWN_K3D),
  channel: {
    of: NOLAR,
    native: 'version',
    apply(value, draft) {
      // Its default for the version means that the channel decides.
      if (draft.get('version') === 'latest') draft.replace('version', '');
      draft.set('version', value);
    },
  },
  'github-token': unused(NOLAR, "releases are not looked up over GitHub's API"),
  'skip-creation': when(NOLAR, 'stage: install', (draft) => draft.set('stage', 'install')),
  'skip-readiness': when(NOLAR, 'wait: nodes', (draft) => draft.set('wait', 'nodes')),
  cluster_name: { of: KIND, native: 'name', apply: (value, draft) => draft.set('name', shortName(value)) },
  cloud_provider: when(KIND, 'nothing: k3s has a load balancer for services itself', none),
  node_image: {
    of: KIND,
    native: 'version',
    apply: (value, draft) => draft.set('version', releaseOfKindNode(value)),
  },
  verbosity: unused(KIND, 'debug logging of the workflow shows everything'),
  log_level: unused(KIND, 'debug logging of the workflow shows everything'),
  kubectl_version: {
    of: KIND,
    native: 'tools: kubectl@VERSION',
    apply: (value, draft) => draft.set('tools', `kubectl@${value}`),
  },
  registry_name: KIND_REGISTRY,
  registry_port: KIND_REGISTRY,
  registry_image: unused(KIND, 'a config file has registries.create for it'),
  registry_enable_delete: unused(KIND, 'k3d registry create --delete-enabled makes one that allows it'),
  install_only: when(KIND, 'stage: install', (draft) => draft.set('stage', 'install')),
  ignore_failed_clean: unused(KIND, 'cleaning up never fails a job'),
};

/**
 * `kindest/node:v1.31.4@sha256:…` is Kubernetes 1.31.4, also from a mirror and as a minor or `latest`; any other image is
 * taken to be one of k3s.
 */
export function releaseOfKindNode(image: string): string {
  return /^(?:[^/]+\/)*kindest\/node:(v\d+\.\d+(?:\.\d+)?|latest)(?:@.*)?$/.exec(image)?.[1] ?? image;
}

/** A name that is too long for k3d's clusters, cut, with what tells it from others that begin like it. */
function shortName(name: string): string {
  if (name.length <= MAX_CLUSTER_NAME) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_CLUSTER_NAME - 9).replace(/[.-]+$/, '')}-${digest}`;
}

/** Values of our own inputs that only another action's workflow gives them. @returns what they mean, for the notice */
export function readForeignValues(draft: Draft): string[] {
  const said: string[] = [];
  // Releases of kind; there is no k3s 0.x any more.
  if (/^v?0\.\d/.test(draft.get('version'))) {
    said.push(`"version: ${draft.get('version')}" is one of kind, and not used`);
    draft.replace('version', '');
  }
  const wait = draft.get('wait');
  if (/^\d+(\.\d+)?(ms|s|m|h)/.test(wait)) {
    const isNone = /^0+(ms|s|m|h)$/.test(wait);
    const ms = isNone ? 0 : readTimeout(wait, 'input "wait"');
    draft.replace('wait', isNone ? 'none' : 'system');
    if (ms > readTimeout(draft.get('timeout') || '5m', 'input "timeout"')) draft.set('timeout', wait);
    said.push(`"wait: ${wait}" is here "wait: ${isNone ? 'none' : 'system'}"`);
  }
  return said;
}
