import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readCredentials } from '../../src/cluster/credentials.ts';
import { poll } from '../../src/common/poll.ts';
import type { Engine } from '../../src/docker/engine.ts';
import { KubeClient } from '../../src/kubernetes/client.ts';
import type { KubeNode, List } from '../../src/kubernetes/types.ts';

const run = promisify(execFile);
const docker = async (...args: string[]): Promise<string> => (await run('docker', args)).stdout.trim();

/** Pause between two looks, in milliseconds; the same that our own wait has. */
const LOOK_EVERY_MS = 150;

/**
 * The same cluster by hand: `docker run` of a server, then of the agents once the server's API is ready, then a look
 * at the nodes until all are Ready. What a careful shell script would do.
 * @returns milliseconds from the first command to all nodes Ready
 */
export async function plainCluster(
  engine: Engine,
  image: string,
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
  const named = (name: string) => ['--name', name, '--hostname', name];
  try {
    await docker('network', 'create', network);
    await docker(...common, ...named('bench-plain-server'), '--publish', '127.0.0.1::6443', image, 'server', ...args);
    const port = (await docker('port', 'bench-plain-server', '6443/tcp')).split(':').pop();
    const url = `https://127.0.0.1:${port}`;
    const credentials = await poll(() => readCredentials(engine, 'bench-plain-server', url), LOOK_EVERY_MS, signal);
    const kube = new KubeClient(credentials);
    await poll(() => kube.get('/readyz').catch(() => undefined), LOOK_EVERY_MS, signal);
    for (let index = 0; index < agents; index++) {
      const url = ['--env', 'K3S_URL=https://bench-plain-server:6443'];
      await docker(...common, ...url, ...named(`bench-plain-agent-${index}`), image, 'agent');
    }
    await poll(() => allReady(kube, agents + 1), LOOK_EVERY_MS, signal);
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
