/*
 * What the package gives to programs. This file is its type declarations and its reference in the docs, so it imports
 * nothing.
 */

/** What a cluster is to be. All of it may be left out. */
export interface ClusterOptions {
  /** Its name, at most 32 characters; the default is a new one, such as `api-1f0c9a2e`, so that tests can run side by side. */
  name?: string;
  /** A k3d config file (`k3d.io/v1alpha5`) with one document: its path, or the document itself. Other options win over it. */
  config?: string;
  /** Release of k3s: `v1.33.5`, a minor (`v1.33`), a channel (`stable`), a range (`>=1.31 <1.34`) or an image. */
  version?: string;
  /** Image of k3s that the nodes run, in place of `version`. */
  image?: string;
  /** Number of server nodes; the default is 1. */
  servers?: number;
  /** Number of agent nodes; the default is 0. */
  agents?: number;
  /** Arguments for k3s, e.g. `--disable=traefik`; one without a node filter (`@agent:0`) is for all servers. */
  k3sArgs?: readonly string[];
  /** Ports to publish, e.g. `8081:30080@server:0`. */
  ports?: readonly string[];
  /** Mounts of the nodes, e.g. `./charts:/charts@server:*`. */
  volumes?: readonly string[];
  /** Environment variables of the nodes, e.g. `HTTP_PROXY=http://proxy:3128@all`. */
  env?: readonly string[];
  /** Labels of the Kubernetes nodes, e.g. `tier=db@agent:0`. */
  nodeLabels?: readonly string[];
  /** A registry to make with the cluster: `true`, or `NAME[:HOST_IP][:PORT]`. */
  registry?: boolean | string;
  /** Where servers keep the state: `sqlite`, `etcd`, `postgres`, `mysql`, `mariadb` or the URL of a database. */
  datastore?: string;
  /** Docker network to join; the default is a new one. */
  network?: string;
  /** Cluster token; the default is a random one. */
  token?: string;
  /** Images of the engine to bring into all nodes. */
  images?: readonly string[];
  /** Images of the engine that nodes can pull, without import: `built` (those that it has built or loaded), `all` or `off`, the default. */
  localImages?: 'built' | 'all' | 'off';
  /** Addresses of nodes, pods and services: `ipv4`, the default, `dual` or `ipv6`. */
  ipFamily?: 'ipv4' | 'dual' | 'ipv6';
  /** What to wait for: `none`, `nodes`, `system` (the default), `all`, or layers with commas between. */
  wait?: string;
  /** How long creation may take, e.g. `90s`; the default is `5m`. */
  timeout?: string;
  /** Ends the creation when it is aborted; what has been made is removed. */
  signal?: AbortSignal;
  /** Told what is being done, a sentence at a time. */
  onMessage?: (message: string) => void;
}

/** A cluster that exists. With `await using` it is deleted at the end of the block. */
export interface Cluster extends AsyncDisposable {
  /** Its name, which those of its nodes begin with. */
  readonly name: string;
  /** Name of its context in a kubeconfig. */
  readonly context: string;
  /** Its kubeconfig, as YAML. It holds the key of the cluster's administrator. */
  readonly kubeconfig: string;
  /** URL of the Kubernetes API. */
  readonly apiURL: string;
  /** Docker network that its nodes are on. */
  readonly network: string;
  /** Where the registry that was made with it is reached from here, e.g. `localhost:5000`; undefined: there is none. */
  readonly registry: string | undefined;
  /** Writes the kubeconfig into a file that only its owner can read. */
  writeKubeconfig(path: string): Promise<void>;
  /** Brings images of the engine into all nodes. */
  importImages(...names: string[]): Promise<void>;
  /**
   * Keeps it as it is now for `reset`, in this user's folder of snapshots, under its name; `delete` removes that too. Its
   * nodes stand still for about a second. What this call has kept before is replaced, and with `overwrite` what others have.
   */
  save(options?: { overwrite?: boolean }): Promise<void>;
  /** Brings it back to what `save` has kept: under the same name and ports, so that its kubeconfig stays good. */
  reset(): Promise<void>;
  /** Stops all its nodes; what they hold stays. */
  stop(): Promise<void>;
  /** Starts its nodes and waits until it can be used. */
  start(): Promise<void>;
  /** Removes all that belongs to it. Once it is gone there is nothing to remove, and that is no error. */
  delete(): Promise<void>;
}

/**
 * Creates a cluster and waits until it can be used.
 *
 * @throws K3dError with one sentence on what is wrong; whatever was made is gone by then
 */
export declare function createCluster(options?: ClusterOptions): Promise<Cluster>;

/**
 * Finds a cluster that exists, made by this package, by the `k3d` command or by k3d itself.
 *
 * @throws K3dError when there is none of that name
 */
export declare function getCluster(name: string): Promise<Cluster>;

/** Names of all clusters on the engine. */
export declare function listClusters(): Promise<string[]>;

/** An error whose message is meant for people. */
export declare class K3dError extends Error {}
