import { UserError } from '../common/errors.ts';
import { readImage } from './scalars.ts';

/** Databases that are run beside a cluster. */
export type DatabaseKind = 'postgres' | 'mysql';

/** Where servers keep the cluster's state. */
export type Datastore =
  | { kind: 'sqlite' | 'etcd' }
  /** A database of the user's. */
  | { kind: 'url'; url: string }
  /** One in a container of the cluster's own. */
  | { kind: DatabaseKind; image: string };

/** Images of databases by the word that asks for them, and which of k3s's drivers they are for. */
const DATABASES: Readonly<Record<string, { kind: DatabaseKind; repository: string; tag: string }>> = {
  postgres: { kind: 'postgres', repository: 'postgres', tag: '17-alpine' },
  mysql: { kind: 'mysql', repository: 'mysql', tag: '8.4' },
  mariadb: { kind: 'mysql', repository: 'mariadb', tag: '11.8' },
};

/** What k3s takes as a datastore's endpoint (docs.k3s.io/datastore). */
const URL_PATTERN = /^((postgres(ql)?|mysql|https?|nats|unix):\/\/\S+|\S+@(tcp|unix)\(\S+)$/;

/**
 * Reads `sqlite`, `etcd`, `postgres`, `mysql`, `mariadb` (each with `:TAG` for another version) or an endpoint's URL.
 * @throws UserError when it is none of them; a URL is not repeated, since it may hold a password
 */
export function readDatastore(text: string, where: string): Datastore {
  if (text === 'sqlite' || text === 'etcd') return { kind: text };
  const [word = '', ...tag] = text.split(':');
  const database = DATABASES[word];
  if (database !== undefined && !text.includes('://')) {
    const { kind, repository } = database;
    return { kind, image: readImage(`${repository}:${tag.length === 0 ? database.tag : tag.join(':')}`, where) };
  }
  if (URL_PATTERN.test(text)) return { kind: 'url', url: text };
  const shown = text.includes('://') ? 'this URL' : `"${text}"`;
  throw new UserError(
    `${where}: ${shown} is no datastore: expected sqlite, etcd, ${Object.keys(DATABASES).join(', ')} (also with a version, e.g. postgres:16), or a URL such as postgres://USER:PASSWORD@HOST:5432/k3s`,
  );
}

/** Whether several servers share a database, and none of them has state of its own. */
export function isExternal(
  datastore: Datastore | undefined,
): datastore is Exclude<Datastore, { kind: 'sqlite' | 'etcd' }> {
  return datastore !== undefined && datastore.kind !== 'sqlite' && datastore.kind !== 'etcd';
}

/**
 * What nobody may read in an endpoint of the user's: its password, which ends at the last `@`, for it may have one.
 * @returns undefined when there is none
 */
export function passwordIn(datastore: Datastore | undefined): string | undefined {
  if (datastore?.kind !== 'url') return undefined;
  return /^[^:@/]*:(.+)@/.exec(datastore.url.replace(/^[a-z]+:\/\//, ''))?.[1];
}
