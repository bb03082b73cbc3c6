import { UserError } from '../../common/errors.ts';
import { suggestion } from '../../common/nearest.ts';
import { variableOf } from '../peers/translate.ts';

/** Names of all inputs, as in action.yml; a test holds the two equal. */
export const INPUT_NAMES = [
  'name',
  'clusters',
  'config',
  'version',
  'stage',
  'last',
  'supported',
  'minimum',
  'image',
  'servers',
  'agents',
  'args',
  'k3s-args',
  'ports',
  'volumes',
  'env',
  'node-labels',
  'ingress',
  'cni',
  'loadbalancer-class',
  'storage',
  'metrics',
  'manifests',
  'charts',
  'images',
  'local-images',
  'ip-family',
  'tools',
  'dind',
  'dind-image',
  'registry',
  'registry-mirror',
  'registries',
  'ca-certificates',
  'token',
  'network',
  'datastore',
  'api-port',
  'kubeconfig',
  'timeout',
  'wait',
  'wait-for',
  'cache',
  'snapshot',
  'reset',
  'snapshot-key',
  'prepare',
  'prepare-files',
  'prepare-timeout',
  'cleanup',
  'diagnostics',
  'job-status',
] as const;

export type InputName = (typeof INPUT_NAMES)[number];

/** Defaults of action.yml. An input with this value has not been set by anybody, so a config file wins over it. */
export const DEFAULT_INPUTS: Partial<Record<InputName, string>> = {
  name: 'k3s-default',
  servers: '1',
  agents: '0',
  stage: 'cluster',
  supported: 'false',
  timeout: '5m',
  wait: 'system',
  'local-images': 'built',
  'ip-family': 'ipv4',
  cache: 'images',
  snapshot: 'false',
  reset: 'false',
  dind: 'false',
  'prepare-timeout': '10m',
  cleanup: 'always',
  diagnostics: 'on-failure',
};

/** Gives the text of an input. @throws UserError when the environment has an input that is unknown */
export function inputReader(env: NodeJS.ProcessEnv): (name: InputName) => string {
  checkNames(env);
  return (name) => (env[variableOf(name)] ?? '').trim();
}

function checkNames(env: NodeJS.ProcessEnv): void {
  const known = new Set(INPUT_NAMES.map(variableOf));
  for (const variable of Object.keys(env)) {
    if (!variable.startsWith('INPUT_') || known.has(variable)) continue;
    const name = variable.slice('INPUT_'.length).toLowerCase();
    throw new UserError(`input "${name}" is unknown${suggestion(name, INPUT_NAMES)}`);
  }
}
