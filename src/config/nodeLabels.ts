import { UserError } from '../common/errors.ts';

/** A name, and what may stand before it (Kubernetes: apimachinery/pkg/util/validation). */
const NAME = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Domains whose labels a kubelet may not give itself, but for these (Kubernetes: pkg/kubelet/apis/well_known_labels.go). */
const RESERVED = /(^|\.)(kubernetes|k8s)\.io$/;
const OWN_DOMAINS = /(^|\.)(kubelet|node)\.kubernetes\.io$/;
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...['hostname', 'os', 'arch', 'instance-type'].map((name) => `kubernetes.io/${name}`),
  ...['os', 'arch', 'instance-type'].map((name) => `beta.kubernetes.io/${name}`),
  ...['zone', 'region'].map((name) => `topology.kubernetes.io/${name}`),
  ...['zone', 'region'].map((name) => `failure-domain.beta.kubernetes.io/${name}`),
]);

/** A label as k3s takes it: one without a value has an empty one. */
export const labelWithValue = (text: string): string => (text.includes('=') ? text : `${text}=`);

/**
 * Checks a label that a node gives itself: `KEY[=VALUE]`.
 * @throws UserError when Kubernetes would not let a node in that has it
 */
export function checkNodeLabel(text: string, where: string): void {
  const at = text.indexOf('=');
  const [key, value] = at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  const refuse = (why: string): never => {
    throw new UserError(`${where}: label "${text}" is none that Kubernetes takes: ${why}`);
  };
  const slash = key.lastIndexOf('/');
  const [prefix, name] = slash === -1 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
  if (!NAME.test(name) || (prefix !== undefined && !PREFIX.test(prefix)))
    refuse('its key has to be at most 63 letters, digits, "-", "_" and ".", after a domain and "/" if need be');
  if (value !== '' && !NAME.test(value))
    refuse('its value has to be at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends');
  if (prefix !== undefined && RESERVED.test(prefix) && !OWN_DOMAINS.test(prefix) && !OWN_LABELS.has(key))
    refuse(
      `nodes may not give themselves labels of ${prefix}; set it with "kubectl label node" when the cluster is there`,
    );
}
