import { resolve } from 'node:path';
import type { Command } from 'commander';
import { messageOf, UserError } from '../../common/errors.ts';
import { readText } from '../../common/text.ts';
import { readCaCertificates } from '../../config/caCertificates.ts';
import { readDatastore } from '../../config/datastore.ts';
import { readFilteredText, readHostAlias, readUlimit, resolveVolume } from '../../config/layers.ts';
import { parseApiPort } from '../../config/portSpec.ts';
import {
  readAgents,
  readGoBoolean,
  readGpus,
  readK3sImage,
  readLocalImages,
  readMemory,
  readNetwork,
  readServers,
  readIpFamily,
  readSubnets,
  readTimeout,
  readToken,
} from '../../config/scalars.ts';
import { readLoadBalancerOverride, readRegistryCreate, readRegistryUse } from '../../config/registrySpec.ts';
import { LOOPBACK } from '../../contract/names.ts';
import type { ConfigLayer } from '../../config/types.ts';
import { readWait } from '../../config/wait.ts';
import { readTarget } from '../../config/target.ts';
import { BooleanOption, WAIT_VALUE, WAIT_WORDS } from './options.ts';

/** One flag of `cluster create`: how commander declares it, and how its text becomes part of a layer. */
interface Flag {
  /** commander's notation. `[]` at the end of the value's name: may be repeated. */
  flags: string;
  description: string;
  read(text: string, where: string, layer: ConfigLayer, cwd: string): void;
  repeatable?: boolean;
  /** A flag without a value, or with `=true|false` as Go's flags have it. */
  boolean?: boolean;
  /** What a boolean takes behind the equals sign besides true and false, for the help. */
  word?: string;
}

/** Flags that were given, in their order. */
export type CreateFlags = { flag: Flag; text: string }[];

/** Appends to a list of a layer. */
function add<K extends keyof ConfigLayer>(layer: ConfigLayer, key: K, value: unknown): void {
  const before = (layer[key] as unknown[] | undefined) ?? [];
  Object.assign(layer, { [key]: [...before, value] });
}

function filtered(
  flags: string,
  description: string,
  key: 'env' | 'k3sArgs' | 'nodeLabels' | 'runtimeLabels' | 'ports',
): Flag {
  return {
    flags,
    description,
    repeatable: true,
    read: (text, where, layer) => add(layer, key, readFilteredText(text, where)),
  };
}

function toggle(flags: string, description: string, set: (layer: ConfigLayer, on: boolean) => void): Flag {
  return { flags, description, boolean: true, read: (text, where, layer) => set(layer, readGoBoolean(text, where)) };
}

/** The flags of `k3d cluster create`, by k3d's names. */
const CREATE_FLAGS: readonly Flag[] = [
  {
    flags: '-s, --servers <n>',
    description: 'number of servers',
    read: (text, where, layer) => {
      layer.servers = readServers(text, where);
    },
  },
  {
    flags: '-a, --agents <n>',
    description: 'number of agents',
    read: (text, where, layer) => {
      layer.agents = readAgents(text, where);
    },
  },
  {
    flags: '-i, --image <image>',
    description: 'k3s image of the nodes, or latest, stable, +CHANNEL',
    read: (text, where, layer) => {
      layer.image = readK3sImage(text, where);
    },
  },
  {
    flags: '--api-port <[host:]port>',
    description: 'host address and port of the Kubernetes API, or "random"',
    read: readApiPortFlag,
  },
  filtered('-p, --port <[ip:][hostport:]port[/protocol][@nodefilter]>', 'publish a port', 'ports'),
  {
    flags: '-v, --volume <[source:]dest[@nodefilter]>',
    description: 'mount a path or volume',
    repeatable: true,
    read: (text, where, layer, cwd) => add(layer, 'volumes', resolveVolume(readFilteredText(text, where), cwd)),
  },
  filtered('-e, --env <key=value[@nodefilter]>', 'set an environment variable', 'env'),
  filtered('--k3s-arg <arg@nodefilter>', 'argument for k3s', 'k3sArgs'),
  filtered('--k3s-node-label <key=value[@nodefilter]>', 'label a Kubernetes node', 'nodeLabels'),
  filtered('--runtime-label <key=value[@nodefilter]>', 'label a container', 'runtimeLabels'),
  {
    flags: '--runtime-ulimit <name=soft[:hard]>',
    description: 'set a ulimit of the containers',
    repeatable: true,
    read: (text, where, layer) => add(layer, 'ulimits', readUlimit(text, where)),
  },
  {
    flags: '--host-alias <ip:host[,host]>',
    description: 'add entries to the hosts file of the nodes',
    repeatable: true,
    read: (text, where, layer) => add(layer, 'hostAliases', readHostAlias(text, where)),
  },
  {
    flags: '--network <name>',
    description: 'join a Docker network',
    read: (text, where, layer) => {
      layer.network = readNetwork(text, where);
    },
  },
  {
    flags: '--subnet <cidr[,cidr]>',
    description: 'subnet of the new network, optionally an IPv6 one after a comma, or "auto"',
    read: (text, where, layer) => {
      Object.assign(layer, readSubnets(text, where));
    },
  },
  {
    flags: '--ip-family <family>',
    description: 'addresses of nodes, pods and services: ipv4, dual or ipv6 (default: ipv4)',
    read: (text, where, layer) => {
      layer.ipFamily = readIpFamily(text, where);
    },
  },
  {
    flags: '--datastore <kind>',
    description: 'datastore of the servers: sqlite, etcd, postgres, mysql, mariadb (optionally with :VERSION) or a URL',
    read: (text, where, layer) => {
      layer.datastore = readDatastore(text, where);
    },
  },
  {
    flags: '--token <token>',
    description: 'cluster token (default: a random one)',
    read: (text, where, layer) => {
      layer.token = readToken(text, where);
    },
  },
  {
    flags: '--timeout <duration>',
    description: 'time limit, e.g. 90s or 5m',
    read: (text, where, layer) => {
      layer.timeoutMs = readTimeout(text, where);
    },
  },
  {
    flags: '--wait',
    description: `${WAIT_WORDS} (default: system)`,
    boolean: true,
    word: WAIT_VALUE,
    read: (text, where, layer) => {
      layer.wait = readWait(text, where);
    },
  },
  {
    flags: '--wait-for <target>',
    description: 'also wait for KIND/NAME [-n NAMESPACE] or a URL, e.g. "deployment/web -n shop"',
    repeatable: true,
    read: (text, where, layer) => add(layer, 'waitFor', readTarget(text, where)),
  },
  toggle('--no-lb', 'no load balancer in front of the servers', (layer, on) => {
    layer.loadBalancer = on ? 'off' : 'on';
  }),
  toggle('--no-rollback', 'keep a failed creation', (layer, on) => {
    layer.rollback = !on;
  }),
  toggle('--no-image-volume', 'no volume for imported images', (layer, on) => {
    layer.imageVolume = !on;
  }),
  toggle('--kubeconfig-update-default', 'merge the kubeconfig into the default file (default: true)', (layer, on) => {
    layer.updateDefaultKubeconfig = on;
  }),
  toggle('--kubeconfig-switch-context', 'switch to the new context (default: true)', (layer, on) => {
    layer.switchCurrentContext = on;
  }),
  toggle('--host-pid-mode', "use the host's process namespace", (layer, on) => {
    layer.hostPidMode = on;
  }),
  {
    flags: '--servers-memory <amount>',
    description: 'memory limit of servers, e.g. 1g',
    read: (text, where, layer) => {
      layer.serversMemory = readMemory(text, where);
    },
  },
  {
    flags: '--agents-memory <amount>',
    description: 'memory limit of agents',
    read: (text, where, layer) => {
      layer.agentsMemory = readMemory(text, where);
    },
  },
  {
    flags: '--gpus <gpus>',
    description: "GPUs for the nodes, as docker's --gpus has it: all, a number or device=ID,ID",
    read: (text, where, layer) => {
      layer.gpus = readGpus(text, where);
    },
  },
  {
    flags: '--registry-create <name[:ip][:port]>',
    description: 'create a registry with the cluster',
    repeatable: true,
    read: (text, where, layer) => add(layer, 'registriesCreate', readRegistryCreate(text, where)),
  },
  toggle(
    '--enforce-registry-port-match',
    'make the new registry listen on its host port inside the network too',
    (layer, on) => {
      layer.enforceRegistryPortMatch = on;
    },
  ),
  {
    flags: '--registry-use <name[:port]>',
    description: 'use an existing registry',
    repeatable: true,
    read: (text, where, layer) => add(layer, 'registriesUse', readRegistryUse(text, where)),
  },
  {
    flags: '--lb-config-override <key=value>',
    description: 'settings.workerConnections=NUMBER or settings.defaultProxyTimeout=SECONDS of the load balancer',
    repeatable: true,
    // A list of its own, as pflag's StringSlice has it.
    read: (text, where, layer) => {
      for (const one of text.split(',')) add(layer, 'loadBalancerOverrides', readLoadBalancerOverride(one, where));
    },
  },
  {
    flags: '--local-images',
    description: 'let nodes pull images of the Docker engine: those built there, or all',
    boolean: true,
    word: 'built|all|off',
    read: (text, where, layer) => {
      layer.localImages = readLocalImages(text, where);
    },
  },
  {
    flags: '--ca-certificates <file>',
    description: 'PEM file with additional CA certificates for the nodes',
    read: (text, where, layer, cwd) => {
      layer.caCertificates = readCaCertificates(fileOf(text, where, cwd), where);
    },
  },
  { flags: '--registry-config <file>', description: "k3s's registries.yaml", read: readRegistryConfig },
];

function readApiPortFlag(text: string, where: string, layer: ConfigLayer): void {
  const { host, hostIP, port } = parseApiPort(text, where);
  layer.apiHost = host ?? '';
  layer.apiHostWhere = host === undefined ? undefined : where;
  layer.apiHostIP = hostIP ?? LOOPBACK;
  layer.apiPort = port;
}

function readRegistryConfig(text: string, where: string, layer: ConfigLayer, cwd: string): void {
  layer.registriesYaml = fileOf(text, where, cwd);
}

/** What a file holds that a flag names. @throws UserError when it can't be read */
function fileOf(text: string, where: string, cwd: string): string {
  try {
    return readText(resolve(cwd, text));
  } catch (error) {
    throw new UserError(`${where}: ${text} can't be read: ${messageOf(error)}`, { cause: error });
  }
}

const longName = (flag: Flag): string => /--[a-z0-9-]+/.exec(flag.flags)?.[0] as string;

/**
 * Declares the flags on a command. What is given ends up, in order, in the returned list.
 * Flags that may be repeated and booleans that begin with "no" are more than commander's own values can tell apart.
 */
export function declareCreateFlags(command: Command): CreateFlags {
  const given: CreateFlags = [];
  for (const flag of CREATE_FLAGS) {
    const option = flag.boolean
      ? new BooleanOption(flag.flags, flag.description, undefined, flag.word)
      : command.createOption(flag.flags, flag.description);
    option.argParser((text: string) => void given.push({ flag, text }));
    command.addOption(option);
  }
  return given;
}

/** The layer that the given flags make up. @param source who gave them, for messages: `flag`, or `input "args"` */
export function flagsLayer(given: Readonly<CreateFlags>, source: string, cwd: string): ConfigLayer {
  const layer: ConfigLayer = {};
  for (const { flag, text } of given) {
    const where = `${source} ${longName(flag)}`;
    // Scripts pass variables that may be unset: an empty value is none.
    if (text === '') continue;
    flag.read(text, where, layer, cwd);
  }
  return layer;
}
