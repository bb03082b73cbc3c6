import { UserError } from '../common/errors.ts';
import type { Engine } from '../docker/engine.ts';
import type { PodRef } from '../kubernetes/pods.ts';
import type { RestoredNode } from '../plan/allocated.ts';
import type { GivenNames } from '../plan/nodes.ts';

/** A cluster can't be made from its seed; without it, it can. */
export class SeedError extends UserError {
  override name = 'SeedError';
}

/** A container that is being made. */
export interface SeededNode {
  name: string;
  role: string;
  /** Position among the nodes of its role. */
  index: number;
}

/** What the nodes of a new cluster are given before they start. */
export interface Seed {
  /** Puts files into a server, agent or registry whose container exists and has not been started. */
  fill(node: SeededNode, engine: Engine): Promise<void>;
  /** What the cluster was, when the files are the state of one that is to go on. */
  past?: FormerCluster;
}

/** A cluster that has run before. */
export interface FormerCluster {
  token: string;
  /** Its network's subnet. */
  subnet: string;
  /** Whether it can't be in another one: members of etcd know each other by address. */
  needsSubnet: boolean;
  /** What its nodes keep, by the names of the containers that they are going to have. */
  nodes: ReadonlyMap<string, RestoredNode>;
  /** Names that their containers had and have again. */
  names: GivenNames;
  /** Pods that were ready. */
  pods: readonly PodRef[];
}
