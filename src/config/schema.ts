/** The config file's schema, k3d.io/v1alpha5, kind Simple, as k3d documents it. Strings hold what `fields.ts` reads. */

const nodeFilters = { type: 'array', items: { type: 'string' } };
const string = { type: 'string' };
const boolean = { type: 'boolean' };
const strings = { type: 'array', items: string };

/** An object with just these properties. */
function object(properties: Record<string, unknown>, required: string[] = []): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

const list = (items: object): object => ({ type: 'array', items });

export const CONFIG_API_VERSION = 'k3d.io/v1alpha5';
export const CONFIG_KIND = 'Simple';

export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'k3d cluster configuration',
  ...object(
    {
      apiVersion: { const: CONFIG_API_VERSION },
      kind: { const: CONFIG_KIND },
      metadata: object({ name: string }),
      servers: { type: 'integer', minimum: 1 },
      agents: { type: 'integer', minimum: 0 },
      kubeAPI: object({ host: string, hostIP: string, hostPort: { type: ['string', 'integer'] } }),
      image: string,
      network: string,
      subnet: string,
      token: string,
      volumes: list(object({ volume: string, nodeFilters }, ['volume'])),
      ports: list(object({ port: string, nodeFilters }, ['port'])),
      env: list(object({ envVar: string, nodeFilters }, ['envVar'])),
      files: list(
        object({ source: string, destination: string, description: string, nodeFilters }, ['source', 'destination']),
      ),
      hostAliases: list(object({ ip: string, hostnames: strings }, ['ip', 'hostnames'])),
      registries: object({ config: string }),
      options: object({
        k3d: object({
          wait: boolean,
          timeout: string,
          disableLoadbalancer: boolean,
          disableImageVolume: boolean,
          disableRollback: boolean,
        }),
        k3s: object({
          extraArgs: list(object({ arg: string, nodeFilters }, ['arg'])),
          nodeLabels: list(object({ label: string, nodeFilters }, ['label'])),
        }),
        kubeconfig: object({ updateDefaultKubeconfig: boolean, switchCurrentContext: boolean }),
        runtime: object({
          serversMemory: string,
          agentsMemory: string,
          hostPidMode: boolean,
          labels: list(object({ label: string, nodeFilters }, ['label'])),
          ulimits: list(
            object({ name: string, soft: { type: 'integer' }, hard: { type: 'integer' } }, ['name', 'soft', 'hard']),
          ),
        }),
      }),
    },
    ['apiVersion', 'kind'],
  ),
} as const;

/** Parts of k3d's schema that are known but not supported yet, with what can be done instead. */
export const UNSUPPORTED: Readonly<Record<string, string>> = {
  'registries.create': 'registries are not supported yet',
  'registries.use': 'registries are not supported yet',
  'options.k3d.loadbalancer': 'settings of the load balancer are not supported yet',
  'options.runtime.gpuRequest': 'GPUs are not supported yet',
};
