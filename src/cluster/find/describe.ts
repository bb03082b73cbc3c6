import { mergeLayers } from '../../config/merge.ts';
import type { ClusterConfig, Filtered, HostAlias, RegistrySpec } from '../../config/types.ts';
import type { LocalImages } from '../../contract/localImages.ts';
import type { ContainerDetails, Engine } from '../../docker/engine.ts';
import { LABEL, isReservedLabel } from '../../contract/labels.ts';
import { API_PORT, clusterRegistryName, portKey } from '../../contract/names.ts';
import { REGISTRIES_PATH } from '../../plan/files.ts';
import { FAMILY_VARIABLE, familyIn, withoutTwins } from '../../plan/ipFamily.ts';
import { formatPort } from '../../plan/publish.ts';
import { PROXY_URL_VARIABLE } from '../../plan/registry.ts';
import { type Cluster, type ClusterNode, nodesOf } from './model.ts';
import { readFile } from '../../docker/readFiles.ts';

/** Where values come from that were read off a cluster, for error messages. */
const WHERE = 'the cluster';
const OWN_VARIABLE = new RegExp(`^(K3S_(TOKEN|URL|KUBECONFIG_OUTPUT)|${FAMILY_VARIABLE})=`);

interface Member {
  node: ClusterNode;
  details: ContainerDetails;
  /** The node filter that means it and no other. */
  filter: string;
}

/**
 * The config that makes a cluster like one that exists, ours or k3d's, as far as its containers tell. Files that were
 * brought into nodes are not among it, nor is what is mounted from the host checked.
 */
export async function describeCluster(engine: Engine, cluster: Cluster): Promise<ClusterConfig> {
  const servers = await membersOf(engine, cluster, 'server');
  const agents = await membersOf(engine, cluster, 'agent');
  const balancers = await membersOf(engine, cluster, 'loadbalancer');
  const all = [...servers, ...agents];
  const [first] = servers as [Member];
  const image = await engine.images.inspect(first.details.image);
  const registries = await Promise.all(
    nodesOf(cluster, 'registry').map((node) => describeRegistry(engine, cluster, node)),
  );
  const settings = await readFile(engine, first.node.id, REGISTRIES_PATH);
  const aliases = first.node.labels[LABEL.hostAliases];
  return mergeLayers({
    name: cluster.name,
    servers: servers.length,
    agents: agents.length,
    image: first.details.image,
    apiHostIP: cluster.api?.hostIP,
    ipFamily: familyIn(first.details.env),
    network: cluster.network.external ? cluster.network.name : undefined,
    loadBalancer: balancers.length > 0 ? 'on' : 'off',
    loadBalancerImage: balancers[0]?.details.image,
    imageVolume: Boolean(first.node.labels[LABEL.imageVolume]),
    ports: [...all, ...balancers].flatMap(portsOf),
    volumes: all.flatMap((member) =>
      perNode(
        member,
        member.details.binds.filter((bind) => !isImageVolume(member, bind)),
      ),
    ),
    env: all.flatMap((member) =>
      perNode(
        member,
        member.details.env.filter((entry) => !OWN_VARIABLE.test(entry) && !image?.env.includes(entry)),
      ),
    ),
    k3sArgs: all.flatMap((member) => perNode(member, argsOf(member, servers.length))),
    runtimeLabels: all.flatMap((member) =>
      perNode(
        member,
        Object.entries(member.node.labels).flatMap(([key, value]) => (isReservedLabel(key) ? [] : [`${key}=${value}`])),
      ),
    ),
    hostAliases: aliases === undefined ? [] : (JSON.parse(aliases) as HostAlias[]),
    ulimits: first.details.ulimits,
    serversMemory: first.details.memory || undefined,
    agentsMemory: agents[0]?.details.memory || undefined,
    hostPidMode: first.details.hostPid,
    localImages: first.node.labels[LABEL.localImages] as LocalImages | undefined,
    registriesCreate: registries,
    registriesYaml: settings,
  });
}

async function membersOf(
  engine: Engine,
  cluster: Cluster,
  role: 'server' | 'agent' | 'loadbalancer',
): Promise<Member[]> {
  const members: Member[] = [];
  for (const [index, node] of nodesOf(cluster, role).entries()) {
    const details = await engine.containers.inspect(node.id);
    const filter = role === 'loadbalancer' ? role : `${role}:${index}`;
    if (details !== undefined) members.push({ node, details, filter });
  }
  return members;
}

const perNode = ({ filter }: Member, values: readonly string[]): Filtered[] =>
  values.map((value) => ({ value, nodeFilters: [filter], where: WHERE }));

function isImageVolume({ node }: Member, bind: string): boolean {
  const volume = node.labels[LABEL.imageVolume];
  return Boolean(volume) && bind.startsWith(`${volume}:`);
}

/** The arguments that are the user's: the role, and what makes the API known by its names, is added to every node. */
function argsOf({ details: { command } }: Member, servers: number): string[] {
  const args = command.slice(1);
  return args.filter((word, index) => {
    if (word === '--tls-san' || args[index - 1] === '--tls-san') return false;
    return !(word === '--cluster-init' && servers > 1);
  });
}

function portsOf({ node, details, filter }: Member): Filtered[] {
  const ipFamily = familyIn(details.env);
  const open = JSON.parse(node.labels[LABEL.openPorts] ?? '{}') as Record<string, string[]>;
  return withoutTwins({ ipFamily }, details.portBindings)
    .filter(({ containerPort }) => containerPort !== API_PORT)
    .map((port) => {
      const roles = open[portKey(port)];
      const behind = roles?.length === 1 ? `${roles[0]}s:*:proxy` : filter;
      return {
        value: formatPort(port),
        nodeFilters: [node.role === 'loadbalancer' ? behind : `${filter}:direct`],
        where: WHERE,
      };
    });
}

async function describeRegistry(engine: Engine, cluster: Cluster, node: ClusterNode): Promise<RegistrySpec> {
  const details = await engine.containers.inspect(node.id);
  const variable = (name: string): string =>
    details?.env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  const remoteURL = variable(PROXY_URL_VARIABLE);
  const { labels } = node;
  return {
    name: node.name === clusterRegistryName(cluster.name) ? undefined : node.name,
    hostIP: labels[LABEL.registryHostIP] ?? '',
    hostPort: Number(labels[LABEL.registryPortExternal]) || undefined,
    image: details?.image ?? node.image,
    proxy:
      remoteURL === ''
        ? undefined
        : { remoteURL, username: variable('REGISTRY_PROXY_USERNAME'), password: variable('REGISTRY_PROXY_PASSWORD') },
    volumes: details?.binds ?? [],
    enforcePortMatch: labels[LABEL.registryPortExternal] === labels[LABEL.registryPortInternal],
    deleteEnabled: variable('REGISTRY_STORAGE_DELETE_ENABLED') === 'true',
    where: WHERE,
  };
}
