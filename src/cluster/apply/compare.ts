import { redact } from '../../common/redact.ts';
import { isAboutProxies } from '../../config/proxy.ts';
import type { ContainerDetails } from '../../docker/engine.ts';
import type { ContainerSpec } from '../../contract/containers.ts';

/**
 * How a node's container differs from what it should be, in ways that only a new container could mend.
 * @param imageEnv variables that the image sets by itself
 * @returns one phrase a difference, e.g. `image is A and not B`
 */
export function differences(actual: ContainerDetails, wanted: ContainerSpec, imageEnv: readonly string[]): string[] {
  const { labels, ...rest } = pick(wanted);
  const is = pick({
    image: actual.image,
    command: actual.command,
    env: actual.env.filter((entry) => !imageEnv.includes(entry)),
    binds: actual.binds,
    ports: actual.portBindings,
    extraHosts: actual.extraHosts,
    ulimits: askedLimits(actual.ulimits, wanted.ulimits),
    memory: actual.memory === 0 ? undefined : actual.memory,
    hostPid: actual.hostPid,
    labels: actual.labels,
  });
  const found: string[] = [];
  for (const [name, values] of Object.entries(rest) as [keyof typeof rest, string[]][]) {
    const missing = values.filter((value) => !is[name].includes(value));
    const extra = is[name].filter((value) => !values.includes(value));
    if (missing.length + extra.length === 0) continue;
    found.push(`${name} ${shown(extra)} would have to become ${shown(missing)}`);
  }
  // The image sets labels too, so that one too many can't be told from the image's.
  const missing = labels.filter((label) => !is.labels.includes(label));
  if (missing.length > 0) found.push(`labels ${missing.join(' ')} are missing`);
  return found;
}

/** podman has names of its own for limits, `RLIMIT_NOFILE`, and tells of its defaults among those that were asked for. */
function askedLimits(actual: ContainerSpec['ulimits'], wanted: ContainerSpec['ulimits']): ContainerSpec['ulimits'] {
  return actual.flatMap((limit) => {
    const own = /^RLIMIT_(.+)$/.exec(limit.name)?.[1]?.toLowerCase();
    if (own === undefined) return [limit];
    return wanted.some(({ name }) => name === own) ? [{ ...limit, name: own }] : [];
  });
}

/** Values as a message may show them: a token or a database's password is none. */
const shown = (values: readonly string[]): string => redact(values.join(' '), []) || 'nothing';

interface Comparable {
  image: string;
  command: readonly string[];
  env: readonly string[];
  binds: readonly string[];
  ports: ContainerSpec['ports'];
  extraHosts: readonly string[];
  ulimits: ContainerSpec['ulimits'];
  memory: number | undefined;
  hostPid: boolean;
  labels: Readonly<Record<string, string>>;
}

/** All that is compared, as lists of texts. */
function pick(spec: Comparable) {
  return {
    image: [spec.image],
    arguments: withoutChangeable(spec.command),
    // Those of the shell in which a node was made, and of the nodes that there were then.
    environment: spec.env.filter((entry) => !isAboutProxies(entry)),
    mounts: [...spec.binds],
    // A port that the engine chooses has none in the plan, and none in the container's settings.
    ports: spec.ports.map((one) => `${one.hostIP}:${one.hostPort ?? ''}:${one.containerPort}/${one.protocol}`),
    hosts: [...spec.extraHosts],
    ulimits: spec.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`),
    memory: [spec.memory === undefined ? 'unlimited' : `${spec.memory}`],
    'process namespace': [spec.hostPid ? 'host' : 'own'],
    labels: Object.entries(spec.labels)
      .filter(([key]) => key !== 'app' && !/^k3[ds]\./.test(key))
      .map(([key, value]) => `${key}=${value}`),
  };
}

/** Node labels are changed through Kubernetes, and whether a server began the cluster does not matter any more. */
function withoutChangeable(command: readonly string[]): string[] {
  return command.filter(
    (word, index) => word !== '--node-label' && command[index - 1] !== '--node-label' && word !== '--cluster-init',
  );
}
