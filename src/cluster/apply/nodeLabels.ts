import type { KubeClient } from '../../kubernetes/client.ts';
import type { KubeNode } from '../../kubernetes/types.ts';

/** Where a Node keeps which labels a config gave it, so that they can be taken back. */
const ANNOTATION = 'k3d.io/node-labels';

/** A change of a Node's labels; null takes one away. */
export type LabelChange = Record<string, string | null>;

/** The labels that a k3s command line gives its Node. */
export function labelsInCommand(command: readonly string[]): Record<string, string> {
  const texts = command.filter((_, index) => command[index - 1] === '--node-label');
  return Object.fromEntries(texts.map((text) => [text.split('=')[0] as string, text.slice(text.indexOf('=') + 1)]));
}

/**
 * What has to be changed of a Node's labels.
 * @param given labels that its command line gave it
 */
export function labelChange(
  node: KubeNode,
  given: Record<string, string>,
  wanted: Record<string, string>,
): LabelChange {
  const recorded = node.metadata.annotations?.[ANNOTATION];
  const before = recorded === undefined ? given : (JSON.parse(recorded) as Record<string, string>);
  const actual = node.metadata.labels ?? {};
  const gone = Object.keys(before).filter((key) => !(key in wanted) && key in actual);
  const changed = Object.entries(wanted).filter(([key, value]) => actual[key] !== value);
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...changed]);
}

/** Changes a Node's labels and records what they are now. */
export async function changeLabels(
  kube: KubeClient,
  node: string,
  change: LabelChange,
  wanted: Record<string, string>,
): Promise<void> {
  const metadata = { labels: change, annotations: { [ANNOTATION]: JSON.stringify(wanted) } };
  await kube.patch(`/api/v1/nodes/${node}`, { metadata });
}

/** `~ labels of k3d-dev-agent-0: +a=1 -b` */
export function describeChange(node: string, change: LabelChange): string {
  const words = Object.entries(change).map(([key, value]) => (value === null ? `-${key}` : `+${key}=${value}`));
  return `~ labels of ${node}: ${words.join(' ')}`;
}
