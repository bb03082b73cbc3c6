import { messageOf } from '../../common/errors.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { Engine } from '../../docker/engine.ts';
import { addressesForContainer } from '../../localImages/place.ts';
import { type TemporaryRegistry, whileServing } from '../../localImages/temporary.ts';
import { REGISTRY_REACHED } from '../../plan/localImages.ts';
import { newPrefix } from '../localImages/index.ts';
import type { ClusterNode } from '../find/index.ts';
import { PINNED } from './nodeImages.ts';
import { lastLine } from './sendArchive.ts';

/**
 * Run in a node, with containerd's settings of a registry on standard input and images as arguments; without images it
 * only tells whether the registry is reached. Settings are found by the name of the registry that an image is of
 * (containerd: core/remotes/docker/config/hosts.go).
 */
const SCRIPT = `set -eu
export https_proxy=http://127.0.0.1:9 HTTPS_PROXY=http://127.0.0.1:9 # nobody else may be asked
settings=$(cat)
url=$(printf %s "$settings" | sed -n 's/^server = "\\(.*\\)"$/\\1/p')
${REGISTRY_REACHED}
registry_reached "$url/"
hosts=$(mktemp -d)
trap 'rm -rf "$hosts"' EXIT
for image; do
  host=\${image%%/*}
  case $host in *:*) host=\${host%:*}_\${host##*:}_ ;; esac
  mkdir -p "$hosts/$host"
  printf %s "$settings" >"$hosts/$host/hosts.toml"
  ctr --namespace k8s.io images pull --hosts-dir "$hosts" --label ${PINNED} "$image" >/dev/null
done
`;

/** What has come of pulls. */
export interface Pulled {
  /** The nodes that have all images now. */
  nodes: readonly ClusterNode[];
  /** How much they were sent, in bytes. */
  bytes: number;
}

const NOTHING: Pulled = { nodes: [], bytes: 0 };

/**
 * Has nodes pull images of the engine from a registry that this process is for that time: each gets only what it lacks.
 * Nodes that can't reach this process, or fail, are left out: an archive can be sent into any.
 * @param names full names with tags
 * @throws the signal's reason once it is aborted
 */
export async function pullFromEngine(
  engine: Engine,
  names: readonly string[],
  nodes: readonly ClusterNode[],
  reporter: Reporter,
  signal?: AbortSignal,
): Promise<Pulled> {
  const [first] = nodes;
  // An engine that is elsewhere, or in a container, has other gateways than this machine. A digest is no name in a node.
  if (first === undefined || engine.outer !== undefined || engine.endpoint.host !== undefined) return NOTHING;
  if (names.some((name) => name.includes('@'))) return NOTHING;
  const log = (line: string): void => reporter.debug(line);
  try {
    const place = {
      addresses: await addressesForContainer(engine, first.name),
      prefix: newPrefix(reporter),
      log,
    };
    const use = (registry: TemporaryRegistry) => pullAll(engine, registry, names, nodes, log, signal);
    return (await whileServing(engine, place, use)) ?? NOTHING;
  } catch (error) {
    signal?.throwIfAborted();
    log(`nodes can't pull: ${messageOf(error)}`);
    return NOTHING;
  }
}

async function pullAll(
  engine: Engine,
  registry: TemporaryRegistry,
  names: readonly string[],
  nodes: readonly ClusterNode[],
  log: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<Pulled> {
  const settings = settingsOf(`${registry.url}/v2`);
  const run = async (node: ClusterNode, images: readonly string[]): Promise<ClusterNode[]> => {
    try {
      const command = ['sh', '-c', SCRIPT, 'sh', ...images];
      const { exitCode, stdout, stderr } = await engine.containers.exec(node.id, command, settings, signal);
      if (exitCode === 0) return [node];
      log(`${node.name} can't pull: ${lastLine(stderr || stdout) || 'it does not reach this process'}`);
    } catch (error) {
      signal?.throwIfAborted();
      log(`${node.name} can't pull: ${messageOf(error)}`);
    }
    return [];
  };
  const inEach = async (among: readonly ClusterNode[], ...images: string[]): Promise<ClusterNode[]> =>
    (await Promise.all(among.map((node) => run(node, images)))).flat();
  let able = nodes;
  for (const [index, name] of names.entries()) {
    if (able.length === 0) break;
    // Nodes are asked whether they reach it while the first is on its way out of the engine.
    const [reaching] = await Promise.all([index === 0 ? inEach(able) : able, registry.take(name)]);
    able = await inEach(reaching, name);
    // Whatever a node has then is from elsewhere.
    if (!registry.served.images.has(name)) able = [];
  }
  return { nodes: able, bytes: registry.served.bytes };
}

/**
 * containerd's settings of a registry that is asked instead of another (containerd: docs/hosts.md). Old ones want a host
 * beside the server, and would go to the real registry without.
 */
const settingsOf = (url: string): string =>
  `server = "${url}"\n[host."${url}"]\n  capabilities = ["pull", "resolve"]\n  override_path = true\n`;
