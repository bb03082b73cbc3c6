import { IP_FAMILIES } from '../contract/ipFamily.ts';

/** The config file's schema, k3d.io/v1alpha5, kind Simple. Strings hold what `fields.ts` reads. */

interface Described {
  type?: string | string[];
  description?: string;
  [key: string]: unknown;
}

const text = (description: string): Described => ({ type: 'string', description });
const flag = (description: string): Described => ({ type: 'boolean', description });
const count = (description: string, minimum: number): Described => ({ type: 'integer', minimum, description });
const port = (description: string): Described => ({ type: ['string', 'integer'], description });
const list = (items: object, description: string): Described => ({ type: 'array', items, description });

/** An object with just these properties. */
function object(properties: Record<string, unknown>, description: string, required: string[] = []): Described {
  return { type: 'object', description, properties, required, additionalProperties: false };
}

const nodeFilters = list(
  { type: 'string' },
  'which nodes: server:0, servers:*, agent:0,1, agents:1-3, loadbalancer, all; ports may add :proxy or :direct',
);

/** An object that may have other properties too, which have no effect: k3d takes them there. */
function open(properties: Record<string, unknown>, description: string, required: string[] = []): Described {
  return { ...object(properties, description, required), additionalProperties: true };
}

/** A list of values of which each is for some nodes. */
function filtered(key: string, value: string, description: string): Described {
  return list(object({ [key]: text(value), nodeFilters }, description, [key]), description);
}

export const CONFIG_API_VERSION = 'k3d.io/v1alpha5';
export const CONFIG_KIND = 'Simple';

const registry = object(
  {
    name: text('name of its container (default: k3d-CLUSTER-registry)'),
    host: text('host address on which it is published (default: 127.0.0.1)'),
    hostPort: port('host port, or random (default: a free one)'),
    image: text('image of the registry (default: registry:2)'),
    proxy: object(
      {
        remoteURL: text('URL of the registry whose images are passed on and kept, e.g. https://registry-1.docker.io'),
        username: text('user at that registry'),
        password: text('password at that registry'),
      },
      'makes it a pull-through cache',
    ),
    volumes: list({ type: 'string' }, 'mounts, [SOURCE:]DESTINATION[:OPTIONS]'),
    enforcePortMatch: flag('listen on the host port inside the network too'),
  },
  'a registry to make with the cluster',
);

const k3dOptions = object(
  {
    wait: {
      type: ['boolean', 'string'],
      description: 'what to wait for: false, true, nodes, system, all or layers (default: true)',
    },
    timeout: {
      type: ['string', 'integer'],
      description: 'give up after this long, e.g. 90s or 5m (default: 5m); a number counts nanoseconds; 0s is no limit',
    },
    disableLoadbalancer: flag('no load balancer in front of the servers'),
    disableImageVolume: flag('no volume for imported images'),
    localImages: {
      type: ['boolean', 'string'],
      enum: ['built', 'all', 'off', true, false],
      description: 'images of the engine that nodes can pull: built (by docker build), all or off (default: off)',
    },
    ipFamily: {
      type: 'string',
      enum: [...IP_FAMILIES],
      description: 'addresses of nodes, pods and services: ipv4, dual or ipv6 (default: ipv4)',
    },
    disableRollback: flag('leave a failed creation as it is'),
    loadbalancer: object(
      {
        configOverrides: list(
          { type: 'string' },
          'settings.workerConnections=NUMBER, settings.defaultProxyTimeout=SECONDS',
        ),
      },
      'the load balancer',
    ),
  },
  'how the cluster is made',
);

const ulimit = object(
  {
    name: text('e.g. nofile'),
    soft: { type: 'integer', description: 'soft limit' },
    hard: { type: 'integer', description: 'hard limit' },
  },
  'a ulimit of the containers',
  ['name', 'soft', 'hard'],
);

export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'k3d cluster configuration',
  ...object(
    {
      apiVersion: { const: CONFIG_API_VERSION, description: 'version of this format' },
      kind: { const: CONFIG_KIND, description: 'kind of document' },
      metadata: object({ name: text('name of the cluster (default: k3s-default)') }, 'what the cluster is called'),
      servers: count('number of servers (default: 1)', 1),
      agents: count('number of agents (default: 0)', 0),
      kubeAPI: object(
        {
          host: text('name of the API in the kubeconfig'),
          hostIP: text('host address on which the API is published (default: 127.0.0.1)'),
          hostPort: port('host port of the API, or random (default: a free one)'),
        },
        'how the Kubernetes API is reached',
      ),
      image: text('k3s image of the nodes, or latest, stable, +CHANNEL'),
      network: text('Docker network to join, or host'),
      subnet: text('subnet of the new network, with an IPv6 one after a comma if wanted, or auto'),
      token: text('cluster token (default: a random one)'),
      volumes: filtered('volume', '[SOURCE:]DESTINATION[:OPTIONS]', 'a mount'),
      ports: filtered('port', '[HOST_IP:][HOST_PORT:]PORT[/PROTOCOL]', 'a published port'),
      env: filtered('envVar', 'KEY=VALUE', 'an environment variable'),
      files: list(
        object(
          {
            source: text('path relative to this file, or the content itself if it has a line break'),
            destination: text('path in the node, or a shortcut such as k3s-manifests/app.yaml'),
            description: text('what it is for'),
            nodeFilters,
          },
          'a file to put into nodes',
          ['source', 'destination'],
        ),
        'files to put into nodes before they start',
      ),
      hostAliases: list(
        open({ ip: text('address'), hostnames: list({ type: 'string' }, 'its names') }, 'an entry of the hosts file', [
          'ip',
          'hostnames',
        ]),
        'entries of the hosts file of nodes and of the cluster DNS',
      ),
      registries: open(
        {
          create: {
            description: 'a registry to make with the cluster, or a list of them',
            if: { type: 'array' },
            then: list(registry, 'registries to make with the cluster'),
            else: registry,
          },
          use: list({ type: 'string' }, 'registries that exist, NAME[:PORT]'),
          config: text("k3s's registries.yaml: a path relative to this file, or the content itself"),
        },
        'registries',
      ),
      options: object(
        {
          k3d: k3dOptions,
          k3s: object(
            {
              extraArgs: filtered('arg', 'an argument, e.g. --disable=traefik', 'an argument for k3s'),
              nodeLabels: filtered('label', 'KEY=VALUE', 'a label of Kubernetes nodes'),
            },
            'k3s',
          ),
          kubeconfig: object(
            {
              updateDefaultKubeconfig: flag('merge the kubeconfig into the default file (default: true)'),
              switchCurrentContext: flag('switch to the new context (default: true)'),
            },
            'the kubeconfig',
          ),
          runtime: open(
            {
              gpuRequest: text("GPUs for the nodes, as docker's --gpus has it"),
              serversMemory: text('memory limit of servers, e.g. 1g'),
              agentsMemory: text('memory limit of agents'),
              hostPidMode: flag("use the host's process namespace"),
              labels: filtered('label', 'KEY=VALUE', 'a label of containers'),
              ulimits: list(ulimit, 'ulimits of the containers'),
            },
            'the containers',
          ),
        },
        'options',
      ),
    },
    'One cluster; several documents in one file make several clusters',
    ['apiVersion', 'kind'],
  ),
};
