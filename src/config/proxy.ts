import type { Filtered } from './types.ts';

/** Variables that name proxies, and hosts that are reached without them. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY'] as const;
const WITHOUT = 'NO_PROXY';

/** A proxy on this machine's loopback address is another machine's, or nobody's, for a node. */
const LOOPBACK_URL = /^([a-z0-9]+:\/\/)?([^@/]*@)?(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/i;

/**
 * The environment's proxies, as variables for nodes. Go's programs, which nodes have, know them by their capital names.
 * @returns none when no proxy is set that a node could reach
 */
export function proxyEntries(env: NodeJS.ProcessEnv): Filtered[] {
  const read = (name: string): string => env[name] || env[name.toLowerCase()] || '';
  const proxies = PROXIES.filter((name) => read(name) !== '' && !LOOPBACK_URL.test(read(name)));
  if (proxies.length === 0) return [];
  return [...proxies, WITHOUT]
    .filter((name) => read(name) !== '')
    .map((name) => ({
      value: `${name}=${read(name)}`,
      nodeFilters: ['server:*', 'agent:*'],
      where: `environment variable ${name}`,
    }));
}

/** What an environment says of proxies, for a container that is no node. @param env `NAME=VALUE` */
export const proxiesIn = (env: readonly string[]): string[] =>
  withProxy(env.filter(isAboutProxies), ['localhost', '127.0.0.0/8']);

/** The entries about proxies that are in force, by capital names: the last one counts, and one that is empty is none. */
function proxyVariables(env: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of env.filter(isAboutProxies)) {
    const [name = '', ...value] = entry.split('=');
    if (value.join('=') === '') found.delete(name.toUpperCase());
    else found.set(name.toUpperCase(), entry);
  }
  return found;
}

/** Whether an entry `NAME=VALUE` of an environment is about proxies. */
export const isAboutProxies = (entry: string): boolean => /^(https?|no)_proxy(=|$)/i.test(entry);

/**
 * An environment in which each variable about proxies is there once, the last one counting, and in which `local` is
 * reached without a proxy. One that is empty is left out: so nodes can be kept from a proxy of this environment.
 * @param env `NAME=VALUE`
 * @param local hosts, domains (`.svc`) and subnets
 */
export function withProxy(env: readonly string[], local: readonly string[]): string[] {
  const found = proxyVariables(env);
  const others = env.filter((entry) => !isAboutProxies(entry));
  const proxies = PROXIES.filter((name) => found.has(name));
  const hasOnly = (name: string): boolean => [...found.values()].every((entry) => entry.startsWith(`${name}=`));
  // Without a proxy, or with one that a user has named in small letters for plain HTTP alone, it stays as it is written.
  if (proxies.length === 0 || hasOnly('http_proxy')) return [...others, ...found.values()];
  const value = (name: string): string => (found.get(name) ?? '').split('=').slice(1).join('=');
  const without = [...value(WITHOUT).split(','), ...local].filter((host) => host !== '');
  return [
    ...others,
    ...proxies.map((name) => `${name}=${value(name)}`),
    `${WITHOUT}=${[...new Set(without)].join(',')}`,
  ];
}
