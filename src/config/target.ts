import { UserError } from '../common/errors.ts';
import { suggestion } from '../common/nearest.ts';

/** Kinds of objects that can be waited for. `ready` says what that means, for help texts. */
interface Kind {
  aliases: readonly string[];
  /** Path of the API group; the object's plural. */
  api: string;
  plural: string;
  namespaced: boolean;
  /** How its state is told. */
  state: 'workload' | 'pod' | 'service' | 'phase' | 'exists' | `condition:${string}`;
  ready: string;
}

export const TARGET_KINDS = {
  deployment: kind(['deploy', 'deployments'], '/apis/apps/v1', 'deployments', 'workload', 'rolled out'),
  daemonset: kind(['ds', 'daemonsets'], '/apis/apps/v1', 'daemonsets', 'workload', 'rolled out'),
  statefulset: kind(['sts', 'statefulsets'], '/apis/apps/v1', 'statefulsets', 'workload', 'rolled out'),
  pod: kind(['po', 'pods'], '/api/v1', 'pods', 'pod', 'ready'),
  job: kind(['jobs'], '/apis/batch/v1', 'jobs', 'condition:Complete', 'complete'),
  service: kind(
    ['svc', 'services'],
    '/api/v1',
    'services',
    'service',
    'there, with an address if it is a load balancer',
  ),
  pvc: kind(['persistentvolumeclaim'], '/api/v1', 'persistentvolumeclaims', 'phase', 'bound'),
  configmap: kind(['cm', 'configmaps'], '/api/v1', 'configmaps', 'exists', 'there'),
  secret: kind(['secrets'], '/api/v1', 'secrets', 'exists', 'there'),
  serviceaccount: kind(['sa'], '/api/v1', 'serviceaccounts', 'exists', 'there'),
  namespace: global(['ns', 'namespaces'], '/api/v1', 'namespaces', 'exists', 'there'),
  node: global(['nodes', 'no'], '/api/v1', 'nodes', 'condition:Ready', 'ready'),
  storageclass: global(['sc'], '/apis/storage.k8s.io/v1', 'storageclasses', 'exists', 'there'),
  crd: global(
    ['customresourcedefinition'],
    '/apis/apiextensions.k8s.io/v1',
    'customresourcedefinitions',
    'condition:Established',
    'established',
  ),
  apiservice: global([], '/apis/apiregistration.k8s.io/v1', 'apiservices', 'condition:Available', 'available'),
} as const satisfies Record<string, Kind>;

export type TargetKind = keyof typeof TARGET_KINDS;

function kind(aliases: string[], api: string, plural: string, state: Kind['state'], ready: string): Kind {
  return { aliases, api, plural, namespaced: true, state, ready };
}

function global(aliases: string[], api: string, plural: string, state: Kind['state'], ready: string): Kind {
  return { ...kind(aliases, api, plural, state, ready), namespaced: false };
}

/** Something of the user's own to wait for. */
export type Target = { kind: TargetKind; name: string; namespace: string } | { kind: 'url'; url: string };

/** A Kubernetes object's name (RFC 1123 subdomain). */
const NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/**
 * Reads `KIND/NAME [-n NAMESPACE]`, as kubectl has it, or a URL.
 * @throws UserError that says what is wrong
 */
export function readTarget(text: string, where: string): Target {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const [subject = ''] = words;
  if (/^https?:\/\//.test(subject)) return readURL(words, where);
  const [kindWord = '', name, ...more] = subject.split('/');
  if (name === undefined || name === '' || more.length > 0) {
    throw new UserError(
      `${where}: malformed target "${text}": expected KIND/NAME, KIND/NAME -n NAMESPACE or a URL, e.g. deployment/web -n shop`,
    );
  }
  const found = kindNamed(kindWord.toLowerCase());
  if (found === undefined) {
    const known = Object.keys(TARGET_KINDS);
    throw new UserError(`${where}: "${kindWord}" is no kind that can be waited for${suggestion(kindWord, known)}`);
  }
  if (!NAME.test(name)) throw new UserError(`${where}: "${name}" can't be the name of an object in Kubernetes`);
  return { kind: found, name, namespace: readNamespace(words.slice(1), text, where) };
}

function readURL(words: readonly string[], where: string): Target {
  const [url = ''] = words;
  if (words.length > 1 || !URL.canParse(url)) throw new UserError(`${where}: "${words.join(' ')}" is no URL`);
  return { kind: 'url', url };
}

function kindNamed(word: string): TargetKind | undefined {
  // kubectl's `deployment.apps` names the group too.
  const [bare = ''] = word.split('.');
  const entries = Object.entries(TARGET_KINDS) as [TargetKind, Kind][];
  return entries.find(([name, { aliases }]) => name === bare || aliases.includes(bare))?.[0];
}

function readNamespace(words: readonly string[], text: string, where: string): string {
  const [flag, value, ...rest] = words.flatMap((word) => (word.startsWith('--namespace=') ? word.split('=') : [word]));
  if (flag === undefined) return 'default';
  if ((flag !== '-n' && flag !== '--namespace') || value === undefined || rest.length > 0) {
    throw new UserError(`${where}: malformed target "${text}": behind the name only -n NAMESPACE can stand`);
  }
  if (!NAME.test(value)) throw new UserError(`${where}: "${value}" can't be the name of a namespace`);
  return value;
}

/** How a target is written: `deployment/web -n shop`. */
export function targetText(target: Target): string {
  if (target.kind === 'url') return target.url;
  const { namespaced } = TARGET_KINDS[target.kind];
  const namespace = namespaced && target.namespace !== 'default' ? ` -n ${target.namespace}` : '';
  return `${target.kind}/${target.name}${namespace}`;
}

/** Targets without those that are said twice, in their order. */
export const uniqueTargets = (targets: readonly Target[]): Target[] => [
  ...new Map(targets.map((target) => [targetText(target), target])).values(),
];
