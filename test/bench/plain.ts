import { docker } from '../run.ts';
import { readCredentials } from '../../src/cluster/find/credentials.ts';
import { poll } from '../../src/common/poll.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { KubeClient } from '../../src/kubernetes/client.ts';
import type { KubeNode, List } from '../../src/kubernetes/types.ts';

/** Pause between two looks, in milliseconds; the same that our own wait has. */
const LOOK_EVERY_MS = 150;

/**
 * The same cluster by hand: `docker run` of a server, then of the agents once the server's API is ready, then a look
 * at the nodes until all are Ready. Further servers are started one after the other, each when all before it are
 * Ready. What a careful shell script would do.
 * @returns milliseconds from the first command to all nodes Ready
 */
export async function plainCluster(
  engine: Engine,
  image: string,
  servers: number,
  agents: number,
  args: readonly string[],
): Promise<number> {
  const signal = AbortSignal.timeout(180_000);
  const network = 'bench-plain';
  const started = performance.now();
  const common = [
    'run',
    '--detach',
    '--privileged',
    '--network',
    network,
    '--tmpfs',
    '/run',
    '--tmpfs',
    '/var/run',
    '--env',
    'K3S_TOKEN=bench',
  ];
  const init = servers > 1 ? ['--cluster-init'] : [];
  const named = (name: string) => ['--name', name, '--hostname', name];
  try {
    await docker('network', 'create', network);
    await docker(
      ...common,
      ...named('bench-plain-server'),
      '--publish',
      '127.0.0.1::6443',
      image,
      'server',
      ...args,
      ...init,
    );
    const port = (await docker('port', 'bench-plain-server', '6443/tcp')).split(':').pop();
    const url = `https://127.0.0.1:${port}`;
    const credentials = await poll(() => readCredentials(engine, 'bench-plain-server', url), LOOK_EVERY_MS, signal);
    const kube = new KubeClient(credentials);
    await poll(() => kube.get('/readyz').catch(() => undefined), LOOK_EVERY_MS, signal);
    const join = ['--env', 'K3S_URL=https://bench-plain-server:6443'];
    for (let index = 1; index < servers; index++) {
      await poll(() => allReady(kube, index), LOOK_EVERY_MS, signal);
      await docker(...common, ...join, ...named(`bench-plain-server-${index}`), image, 'server', ...args);
    }
    for (let index = 0; index < agents; index++) {
      await docker(...common, ...join, ...named(`bench-plain-agent-${index}`), image, 'agent');
    }
    await poll(() => allReady(kube, servers + agents), LOOK_EVERY_MS, signal);
    kube.close();
    return performance.now() - started;
  } finally {
    const names = (await docker('ps', '--all', '--quiet', '--filter', 'name=^bench-plain-'))
      .split('\n')
      .filter(Boolean);
    if (names.length > 0) await docker('rm', '--force', '--volumes', ...names);
    await docker('network', 'rm', network).catch(() => '');
  }
}

async function allReady(kube: KubeClient, count: number): Promise<true | undefined> {
  const nodes = await kube.get<List<KubeNode>>('/api/v1/nodes').catch(() => undefined);
  const ready = nodes?.items.filter((node) =>
    node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True'),
  );
  return ready?.length === count ? true : undefined;
}
