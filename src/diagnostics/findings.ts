import { conditionOf, isTrue } from '../kubernetes/conditions.ts';
import { lastWarning, pressureOf, warnings } from '../kubernetes/blocker.ts';
import { crashing, isSettled, whyNotReady } from '../kubernetes/podState.ts';
import type { KubeEvent, Pod } from '../kubernetes/types.ts';
import { nodeSettings } from '../plan/nodeSettings.ts';
import type { KubeState } from './kubernetes.ts';
import { kubeNodeOf, type NodeState } from './nodes.ts';
import { ownWords } from './pullErrors.ts';

/** One thing that is wrong, as far as can be told. */
export interface Fault {
  /** What it concerns: `pod shop/web-1`. */
  subject: string;
  why: string;
  /** Last lines of a log, if there are any. */
  log: string;
}

/** What is wrong, and what else is for the same reason. */
export interface Finding extends Fault {
  /** Subjects of the others. */
  others: readonly string[];
}

/** All that findings are made from. */
export interface Observed {
  nodes: readonly NodeState[];
  kube: KubeState;
  /** The last lines of crashing containers, by `namespace/pod`. */
  logs: ReadonlyMap<string, string>;
  /** Why images could not be pulled, by their full names. */
  pulls: ReadonlyMap<string, string>;
}

/** What is wrong, what stands behind other things first: containers of nodes, nodes, pods, then what else was warned of. */
export function findingsOf({ nodes, kube, logs, pulls }: Observed): Finding[] {
  const found: Fault[] = nodes.flatMap((state) => nodeContainerFinding(state));
  if (!kube.answers && found.length === 0) {
    found.push({ subject: 'the Kubernetes API', why: 'it does not answer, though its nodes run', log: '' });
  }
  found.push(...kubeNodeFindings(kube, nodes));
  const broken = kube.pods.filter((pod) => !isSettled(pod)).sort(ownFirst);
  for (const pod of broken) found.push(podFinding(pod, kube.events, logs, pulls));
  found.push(...otherWarnings(kube, broken));
  return withOneCauseOnce(found);
}

/** On pods of k3s's service load balancer, which before 1.24 are beside the service (k3s: pkg/servicelb/controller.go). */
const SERVICE_LB_LABEL = 'svccontroller.k3s.cattle.io/svcname';

const isSystems = ({ metadata: { namespace, labels = {} } }: Pod): boolean =>
  namespace === 'kube-system' || SERVICE_LB_LABEL in labels;

/** Sorts Kubernetes' own pods behind the user's: who looks for a fault begins with what is his. */
export const ownFirst = (a: Pod, b: Pod): number => Number(isSystems(a)) - Number(isSystems(b));

/**
 * What stays the same for all containers that suffer from one cause: a registry that has no address is told of by each
 * with its name and its image, now as a failed pull and now as the pause before the next.
 */
const causeOf = (why: string): string =>
  why
    .replace(/\bcontainer \S+: /g, '')
    .replace(/\b(ErrImagePull|ImagePullBackOff)( of image \S+?)?(?=: |;|$)/g, 'pull')
    .replace(/pull: Back-off pulling image "[^"]*"; /g, 'pull: ')
    .replace(/\b\d+(\.\d+){3}:\d+->/g, '');

/** Several faults with one cause are one finding. Those with a log stay apart: the log is of one container. */
export function withOneCauseOnce(faults: readonly Fault[]): Finding[] {
  const byCause = new Map<string, Finding>();
  for (const fault of faults) {
    const [kind = ''] = fault.subject.split(' ');
    const key = fault.log === '' ? `${kind}\n${causeOf(fault.why)}` : fault.subject;
    const first = byCause.get(key);
    byCause.set(
      key,
      first === undefined ? { ...fault, others: [] } : { ...first, others: [...first.others, fault.subject] },
    );
  }
  return [...byCause.values()];
}

/** Subjects that are named when several have one cause. */
const MOST_NAMED = 5;

/** What a finding concerns, as words: `pod shop/web and 2 others (pod shop/a, pod shop/b)`. */
export function subjectsOf({ subject, others }: Finding): string {
  if (others.length === 0) return subject;
  const [kind = ''] = subject.split(' ');
  const names = others.slice(0, MOST_NAMED).map((one) => one.slice(kind.length + 1));
  const more = others.length > names.length ? [`${others.length - names.length} more`] : [];
  return `${subject} and ${others.length} other${others.length === 1 ? '' : 's'} (${[...names, ...more].join(', ')})`;
}

function nodeContainerFinding({ node, details, lastWords }: NodeState): Fault[] {
  if (details === undefined || node.role === 'noRole') return [];
  const subject = `node ${node.name}`;
  if (details.state === 'paused') return [{ subject, why: 'its container is paused', log: '' }];
  if (details.running) return lastWords === undefined ? [] : [{ subject, why: `its log says: ${lastWords}`, log: '' }];
  const how = details.oomKilled ? ', killed: out of memory' : '';
  const words = lastWords === undefined ? '' : `: ${lastWords}`;
  return [
    {
      subject,
      why: `its container is ${details.state}, exit code ${details.exitCode}${how}${words}`,
      log: '',
    },
  ];
}

function kubeNodeFindings({ nodes, answers }: KubeState, states: readonly NodeState[]): Fault[] {
  const found = pressureOf(nodes).map((text) => {
    const [, subject = 'a node', why = text] = /^(node \S+) (.*)$/s.exec(text) ?? [];
    return { subject, why, log: '' };
  });
  for (const node of nodes.filter((one) => !isTrue(one, 'Ready'))) {
    const said = conditionOf(node, 'Ready')?.message ?? 'nothing is known of it';
    found.push({ subject: `node ${node.metadata.name}`, why: `it is not Ready: ${said}`, log: '' });
  }
  if (!answers) return found;
  for (const state of states) {
    const { node, details } = state;
    if (node.role !== 'server' && node.role !== 'agent') continue;
    if (node.state !== 'running' || kubeNodeOf(state, nodes) !== undefined) continue;
    const { command = [], env = [] } = details ?? {};
    if (nodeSettings({ command, env, files: new Map() }).isOn('disable-agent')) continue;
    found.push({
      subject: `node ${node.name}`,
      why: 'it runs but has not registered with Kubernetes',
      log: '',
    });
  }
  return found;
}

function podFinding(
  pod: Pod,
  events: readonly KubeEvent[],
  logs: ReadonlyMap<string, string>,
  pulls: ReadonlyMap<string, string>,
): Fault {
  const { namespace = 'default', name } = pod.metadata;
  const why = whyNotReady(pod);
  const said = [ownWords(why, pulls) ?? []].flat();
  const log = crashing(pod) === undefined ? '' : (logs.get(`${namespace}/${name}`) ?? '');
  return {
    subject: `pod ${namespace}/${name}`,
    why: [why, ...lastWarning(pod, events), ...said].join('; '),
    log,
  };
}

/** Reasons that every cluster has warnings for while it comes up. */
const USUAL = /^(InvalidDiskCapacity|CgroupV1|Rebooted|FailedNodeAllocatableEnforcement)$/;

/** Warnings about what is no pod: a ReplicaSet that may not make pods, a claim without a volume. */
function otherWarnings({ events }: KubeState, broken: readonly Pod[]): Fault[] {
  const latest = new Map<string, Fault>();
  for (const event of warnings(events)) {
    const { kind = '', namespace, name } = event.involvedObject;
    if (kind === 'Pod' || kind === 'Node' || USUAL.test(event.reason ?? '')) continue;
    if (broken.length > 0 && kind === 'Job') continue; // its pods are among the broken ones
    const subject = `${kind.toLowerCase()} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
    if (latest.has(subject)) continue;
    latest.set(subject, { subject, why: `${event.reason}: ${event.message?.trim()}`, log: '' });
  }
  return [...latest.values()].slice(0, 10);
}
