import type { Engine } from '../../docker/engine.ts';
import { LABEL } from '../../contract/labels.ts';
import { loadBalancerContainer, loadBalancerFiles } from '../../plan/loadBalancer.ts';
import { portKey } from '../../contract/names.ts';
import { createContainer } from '../containers/index.ts';
import type { ClusterNode } from '../find/index.ts';
import { readValues } from './balancers.ts';

/**
 * Makes a stopped load balancer anew without the ports that it passes on no more: only then the engine gives them free.
 * One that publishes nothing too much, runs, or is k3d's own, stays as it is.
 */
export async function trimBalancer(engine: Engine, balancer: ClusterNode): Promise<void> {
  if (balancer.state === 'running' || !(LABEL.creation in balancer.labels)) return;
  const details = await engine.containers.inspect(balancer.id);
  const values = await readValues(engine, balancer);
  if (details === undefined || values === undefined) return;
  const used = details.portBindings.filter((port) => values.ports.has(portKey(port)));
  if (used.length === details.portBindings.length) return;
  const open = JSON.parse(details.labels[LABEL.openPorts] ?? '{}') as Record<string, ('server' | 'agent')[]>;
  const container = loadBalancerContainer({
    name: details.name,
    image: details.image,
    env: details.env,
    labels: details.labels,
    network: details.labels[LABEL.network] ?? '',
    ip: details.fixedAddresses[details.labels[LABEL.network] ?? ''],
    ports: used,
    binds: details.binds,
    extraHosts: details.extraHosts,
    open: new Map(Object.entries(open)),
  });
  await engine.containers.remove(balancer.id);
  await createContainer(engine, container);
  await engine.containers.putFiles(container.name, loadBalancerFiles(values));
}
