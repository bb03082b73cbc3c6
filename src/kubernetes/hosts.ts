import { poll } from '../common/poll.ts';
import { ask, LOOK_EVERY_MS, type WaitContext } from './ready.ts';
import type { ObjectMeta } from './types.ts';

const CONFIG_MAP = '/api/v1/namespaces/kube-system/configmaps/coredns';

/** Names that were added, so that they can be taken back: a registry may go, and another get its address. */
const ANNOTATION = 'k3d.io/host-entries';

interface ConfigMap {
  metadata: ObjectMeta & { resourceVersion?: string };
  data?: Record<string, string>;
}

/**
 * Adds names to the cluster's DNS, in the list that k3s keeps of its nodes: it leaves lines alone that it does not know.
 * Done before CoreDNS starts, it is in force at once.
 * @param entries addresses by name
 */
export async function addHostEntries(context: WaitContext, entries: ReadonlyMap<string, string>): Promise<void> {
  context.blocker('CoreDNS host entries');
  await poll(
    async () => {
      const found = await ask(() => context.kube.get<ConfigMap>(CONFIG_MAP));
      if (found === undefined) return undefined;
      const before = found.data?.NodeHosts ?? '';
      const earlier = found.metadata.annotations?.[ANNOTATION];
      const after = withEntries(before, entries, earlier === undefined ? [] : (JSON.parse(earlier) as string[]));
      const names = JSON.stringify([...entries.keys()]);
      if (after === before && names === earlier) return true;
      return await tryPatch(context, {
        metadata: { resourceVersion: found.metadata.resourceVersion, annotations: { [ANNOTATION]: names } },
        data: { NodeHosts: after },
      });
    },
    LOOK_EVERY_MS,
    context.signal,
  );
}

/**
 * k3s writes the same list: whoever read an older state has to read it again. And servers that are just coming up may not
 * answer at all, which `ask` takes for "not yet".
 */
async function tryPatch(context: WaitContext, change: unknown): Promise<true | undefined> {
  return await ask(async () => {
    await context.kube.patch(CONFIG_MAP, change);
    return true as const;
  });
}

/**
 * `hosts` with these entries. Older releases of k3s keep lines of one name, and throw away others when they write the list
 * anew; newer ones keep one line an address, the last (k3s: pkg/node/controller.go). Names that share an address stand in
 * both forms, each of which survives where it is understood.
 * @param earlier names that were added before, and go if they are not wanted any more
 */
export function withEntries(hosts: string, entries: ReadonlyMap<string, string>, earlier: readonly string[]): string {
  const isOurs = (name: string): boolean => entries.has(name) || earlier.includes(name);
  const others = hosts.split('\n').flatMap((line) => {
    const [address, ...names] = line.split(/\s+/).filter(Boolean);
    const left = names.filter((name) => !isOurs(name));
    if (address === undefined || (names.length > 0 && left.length === 0)) return [];
    return left.length === names.length ? [line] : [[address, ...left].join(' ')];
  });
  const byAddress = Map.groupBy(entries.keys(), (name) => entries.get(name) as string);
  const ours = [...byAddress].flatMap(([address, names]) => [
    ...names.map((name) => `${address} ${name}`),
    ...(names.length > 1 ? [[address, ...names].join(' ')] : []),
  ]);
  return [...others, ...ours].map((line) => `${line}\n`).join('');
}
