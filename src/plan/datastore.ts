import { UserError } from '../common/errors.ts';
import { type DatabaseKind, isExternal } from '../config/datastore.ts';
import type { ClusterConfig } from '../config/types.ts';
import { isOnHost } from './hostNetwork.ts';
import { APP, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { datastoreName } from '../contract/names.ts';
import { type ContainerSpec, plainContainer } from '../contract/containers.ts';

/** Variable that gives k3s its datastore; in an argument a password would be in every process list. */
export const ENDPOINT_VARIABLE = 'K3S_DATASTORE_ENDPOINT';

/** Name of user and database. */
const NAME = 'k3s';

/**
 * Each server opens as many connections as it has questions, and of those that a database refuses (usually above 100) it
 * does not recover as a whole.
 */
const MOST_CONNECTIONS = 1000;

/** What differs between databases: as their official images and k3s's drivers (kine) have it. */
const DATABASES: Record<
  DatabaseKind,
  {
    /** Arguments of the server. */
    command: string[];
    env: (password: string) => string[];
    endpoint: (login: string, host: string) => string;
  }
> = {
  postgres: {
    command: ['-c', `max_connections=${MOST_CONNECTIONS}`],
    env: (password) => [`POSTGRES_USER=${NAME}`, `POSTGRES_PASSWORD=${password}`, `POSTGRES_DB=${NAME}`],
    endpoint: (login, host) => `postgres://${login}@${host}:5432/${NAME}?sslmode=disable`,
  },
  mysql: {
    command: [`--max-connections=${MOST_CONNECTIONS}`],
    env: (password) => [
      `MYSQL_USER=${NAME}`,
      `MYSQL_PASSWORD=${password}`,
      `MYSQL_DATABASE=${NAME}`,
      'MYSQL_RANDOM_ROOT_PASSWORD=yes',
    ],
    endpoint: (login, host) => `mysql://${login}@tcp(${host}:3306)/${NAME}`,
  },
};

/**
 * Commands that succeed in a database's container once it can be used. Over TCP: while an image sets its database up,
 * the database listens on a socket only.
 */
export const READY_COMMANDS: Record<DatabaseKind, readonly string[]> = {
  postgres: ['pg_isready', '--host=127.0.0.1', `--username=${NAME}`, `--dbname=${NAME}`],
  // MariaDB's image has dropped the old name.
  mysql: [
    'sh',
    '-c',
    `exec "$(command -v mariadb-admin || command -v mysqladmin)" --protocol=tcp --host=127.0.0.1 --user=${NAME} --password="$MYSQL_PASSWORD" ping`,
  ],
};

/** The kind of database that a container's label names; undefined: it is none. */
export function databaseKind(labels: Readonly<Record<string, string>>): DatabaseKind | undefined {
  const kind = labels[LABEL.datastore];
  return kind === 'postgres' || kind === 'mysql' ? kind : undefined;
}

/** The endpoint for k3s. @returns undefined when k3s has its own datastore */
export function endpointOf(config: ClusterConfig, password: string): string | undefined {
  const { datastore, name } = config;
  if (!isExternal(datastore)) return undefined;
  if (datastore.kind === 'url') return datastore.url;
  return DATABASES[datastore.kind].endpoint(`${NAME}:${password}`, datastoreName(name));
}

/** @throws UserError when the cluster can't have its datastore */
export function checkDatastore({ datastore, servers, ...config }: ClusterConfig): void {
  if (datastore?.kind === 'sqlite' && servers > 1)
    throw new UserError(
      `datastore sqlite is for one server alone, and ${servers} are asked for: choose etcd, postgres or mysql, or one server`,
    );
  if (isExternal(datastore) && datastore.kind !== 'url' && isOnHost({ ...config, datastore, servers }))
    throw new UserError(
      `datastore ${datastore.kind} is reached by its name on a network of the cluster's own, and "network" is host: give another network, or the URL of a database`,
    );
}

/** The container of a cluster's database. @returns undefined when it has none of its own */
export function planDatastore(
  { name: cluster, datastore }: ClusterConfig,
  { network, creation, password }: { network: string; creation: string; password: string },
): ContainerSpec | undefined {
  if (!isExternal(datastore) || datastore.kind === 'url') return undefined;
  const { kind, image } = datastore;
  return plainContainer({
    name: datastoreName(cluster),
    image,
    command: DATABASES[kind].command,
    env: DATABASES[kind].env(password),
    labels: {
      [LABEL.app]: APP,
      [LABEL.version]: K3D_CONTRACT_VERSION,
      // k3d does not know of it, and removes it with the cluster all the same.
      [LABEL.role]: 'noRole',
      [LABEL.cluster]: cluster,
      [LABEL.datastore]: kind,
      [LABEL.creation]: creation,
    },
    network,
  });
}
