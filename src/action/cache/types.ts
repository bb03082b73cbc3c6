import type { CacheRow } from '../../cache/report.ts';
import type { CacheService } from '../../cache/service.ts';
import type { Seed } from '../../cluster/seed.ts';
import type { Reporter } from '../../common/reporter.ts';
import type { ClusterConfig } from '../../config/types.ts';
import type { Engine } from '../../docker/engine.ts';

/** What a step wants of caches. */
export interface CacheSettings {
  cache: 'images' | 'all' | 'off';
  snapshot: boolean;
  /** The script that the snapshot holds the work of, and digests of what it uses. */
  prepare: string;
  files: ReadonlyMap<string, string>;
  salt: string;
  /** Images of the job's own, which `all` keeps too. */
  images: readonly string[];
}

/** Something for post to save: it still has to be collected, or lies in its folder already. */
export type PendingSave =
  | { kind: 'engine'; key: string; folder: string; references: string[]; pullSeconds: number }
  | { kind: 'nodes'; key: string; folder: string; clusters: string[] }
  | { kind: 'snapshot'; key: string; folder: string; bytes: number };

/** What the caches of a job brought. */
export interface Restored {
  rows: CacheRow[];
  saves: PendingSave[];
  /** What each cluster is given, by position. */
  seeds: (Seed | undefined)[];
  /** The configs, with what the snapshot settles of them. */
  configs: ClusterConfig[];
  /** The snapshot that the seeds are from, if they are. */
  snapshot: { folder: string; coldSeconds: number; row: CacheRow; repairKey: string } | undefined;
  /** The images that the seeds are, if they are; how long importing them takes is known later. */
  nodeImages: { row: CacheRow; pullSeconds: number } | undefined;
  /** Key under which a snapshot is to be saved, if one is wanted and was not there. */
  snapshotKey: string | undefined;
  /** References of images that the engine lacks now. */
  lacking: string[];
}

/** What restoring works with. */
export interface CacheContext {
  engine: Engine;
  service: CacheService;
  reporter: Reporter;
  /** Folder for what is restored. */
  folder: string;
  restoreMs: number;
  signal: AbortSignal;
  /** Makes the key of an entry that replaces a damaged one. */
  runId: string;
}
