import { mergeLayers } from '../../config/merge.ts';
import type { ClusterConfig, Filtered, HostAlias, RegistrySpec } from '../../config/types.ts';
import type { PortMapping } from '../../contract/containers.ts';
import type { LocalImages } from '../../contract/localImages.ts';
import type { ContainerDetails, Engine, ImageInfo } from '../../docker/engine.ts';
import { LABEL, isReservedLabel } from '../../contract/labels.ts';
import { API_PORT, clusterRegistryName, portKey } from '../../contract/names.ts';
import { CA_PATH } from '../../plan/caCertificates.ts';
import { showsMemory } from '../../plan/clone.ts';
import { REGISTRIES_PATH } from '../../plan/files.ts';
import { FAMILY_VARIABLE, familyIn, withoutTwins } from '../../plan/ipFamily.ts';
import { type LoadBalancerValues, overridesIn, parseValues, VALUES_PATH } from '../../plan/loadBalancer.ts';
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
  const k3sNodes = [...servers, ...agents];
  const all = [...k3sNodes, ...balancers];
  const [first] = servers as [Member];
  const { details, node } = first;
  const images = await imagesOf(engine, all);
  const values = await valuesOf(engine, balancers[0]);
  const isEtcd = node.labels[LABEL.serverInit] === 'true';
  const registries = await Promise.all(
    nodesOf(cluster, 'registry').map((node) => describeRegistry(engine, cluster, node)),
  );
  const settings = await readFile(engine, node.id, REGISTRIES_PATH);
  const aliases = node.labels[LABEL.hostAliases];
  return mergeLayers({
    name: cluster.name,
    servers: servers.length,
    agents: agents.length,
    image: details.image,
    apiHostIP: cluster.api?.hostIP,
    ipFamily: familyIn(details.env),
    ...(isEtcd ? { datastore: { kind: 'etcd' } } : {}),
    network: cluster.network.external ? cluster.network.name : undefined,
    loadBalancer: balancers.length > 0 ? 'on' : 'off',
    loadBalancerImage: balancers[0]?.details.image,
    loadBalancerOverrides: values === undefined ? [] : overridesIn(values.settings),
    imageVolume: Boolean(node.labels[LABEL.imageVolume]),
    ports: [
      ...k3sNodes.flatMap((member) => portsOf(member)),
      ...balancers.flatMap((member) => portsOf(member, behind(member, values, k3sNodes))),
    ],
    volumes: all.flatMap((member) =>
      perNode(
        member,
        member.details.binds.filter((bind) => !isImageVolume(node, bind) && !showsMemory(bind)),
      ),
    ),
    env: all.flatMap((member) => perNode(member, variablesOf(member, images.get(member.details.image)))),
    k3sArgs: k3sNodes.flatMap((member) => perNode(member, argsOf(member, isEtcd || servers.length > 1))),
    runtimeLabels: all.flatMap((member) => perNode(member, labelsOf(member, images.get(member.details.image)))),
    hostAliases: aliases === undefined ? [] : (JSON.parse(aliases) as HostAlias[]),
    ulimits: details.ulimits,
    serversMemory: details.memory || undefined,
    agentsMemory: agents[0]?.details.memory || undefined,
    hostPidMode: details.hostPid,
    dockerInit: details.init,
    gpus: details.gpus,
    caCertificates: await readFile(engine, node.id, CA_PATH),
    localImages: node.labels[LABEL.localImages] as LocalImages | undefined,
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

/** The images of nodes, by their names: what containers have of them is nothing that somebody asked for. */
async function imagesOf(engine: Engine, members: readonly Member[]): Promise<Map<string, ImageInfo>> {
  const names = [...new Set(members.map(({ details }) => details.image))];
  const found = await Promise.all(names.map((name) => engine.images.inspect(name)));
  return new Map(names.flatMap((name, at) => (found[at] === undefined ? [] : [[name, found[at]]])));
}

const variablesOf = ({ details }: Member, image: ImageInfo | undefined): string[] =>
  details.env.filter((entry) => !OWN_VARIABLE.test(entry) && !image?.env.includes(entry));

const labelsOf = ({ node }: Member, image: ImageInfo | undefined): string[] =>
  Object.entries(node.labels)
    .filter(([key, value]) => !isReservedLabel(key) && image?.labels[key] !== value)
    .map(([key, value]) => `${key}=${value}`);

/** What a load balancer passes on to whom, and its settings. @returns undefined: there is none, or it says nothing */
async function valuesOf(engine: Engine, balancer: Member | undefined): Promise<LoadBalancerValues | undefined> {
  const text = balancer && (await readFile(engine, balancer.node.id, VALUES_PATH));
  return text === undefined ? undefined : parseValues(text);
}

/** @param server whose label says how the volume is called: it is in all nodes */
function isImageVolume(server: ClusterNode, bind: string): boolean {
  const volume = server.labels[LABEL.imageVolume];
  return Boolean(volume) && bind.startsWith(`${volume}:`);
}

/** The arguments that are the user's: the role, and what makes the API known by its names, is added to every node. */
function argsOf({ details: { command } }: Member, isEtcd: boolean): string[] {
  const args = command.slice(1);
  return args.filter((word, index) => {
    if (word === '--tls-san' || args[index - 1] === '--tls-san') return false;
    return !(word === '--cluster-init' && isEtcd);
  });
}

/** @param filters what means the nodes behind a port of the load balancer; undefined: it is another node */
function portsOf({ details, filter }: Member, filters?: (port: PortMapping) => string[]): Filtered[] {
  const ipFamily = familyIn(details.env);
  return withoutTwins({ ipFamily }, details.portBindings)
    .filter(({ containerPort }) => containerPort !== API_PORT)
    .map((port) => ({
      value: formatPort(port),
      nodeFilters: filters?.(port) ?? [`${filter}:direct`],
      where: WHERE,
    }));
}

/**
 * What means the nodes behind a port: roles of which each node is, and others one by one. k3d's load balancers don't say
 * which roles: those all of whose nodes are there.
 * @param values what the load balancer passes on to whom
 */
function behind(balancer: Member, values: LoadBalancerValues | undefined, nodes: readonly Member[]) {
  const open = JSON.parse(balancer.node.labels[LABEL.openPorts] ?? '{}') as Record<string, string[]>;
  return (port: PortMapping): string[] => {
    const named = values?.ports.get(portKey(port)) ?? [];
    const isNamed = ({ node }: Member): boolean => named.includes(node.name);
    const whole = ['server', 'agent'].filter((role) => nodes.filter(({ node }) => node.role === role).every(isNamed));
    const roles = open[portKey(port)] ?? whole;
    const others = nodes.filter((member) => isNamed(member) && !roles.includes(member.node.role));
    const filters = [...roles.map((role) => `${role}s:*:proxy`), ...others.map(({ filter }) => `${filter}:proxy`)];
    return roles.length === 2 || filters.length === 0 ? ['loadbalancer'] : filters;
  };
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
