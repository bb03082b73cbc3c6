import type { CreatedCluster } from '../cluster/create.ts';
import { formatDuration } from '../common/duration.ts';
import { type Phase, renderTimeline } from '../common/timeline.ts';

/** The part of the job summary that is about one cluster, as Markdown. */
export function clusterSummary(cluster: CreatedCluster, phases: readonly Phase[]): string {
  const version = cluster.k3sVersion === undefined ? '' : `, k3s ${cluster.k3sVersion}`;
  const state = cluster.nodes.some((node) => !node.ready) ? 'started' : 'ready';
  const rows = cluster.nodes.map(
    (node) => `| ${node.name} | ${node.role} | ${node.ready ? 'Ready' : 'not waited for'} |`,
  );
  return [
    `### Cluster \`${cluster.name}\`: ${state} in ${formatDuration(cluster.readyMs)}${version}`,
    '',
    '| Node | Role | State |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `API \`${cluster.apiURL}\`, network \`${cluster.network}\`, context \`k3d-${cluster.name}\``,
    '',
    '<details><summary>Where the time went</summary>',
    '',
    '```',
    renderTimeline(phases),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}
