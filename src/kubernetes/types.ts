/** The parts of Kubernetes objects that are read here. */
export interface ObjectMeta {
  name: string;
  uid?: string;
  deletionTimestamp?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastHeartbeatTime?: string;
}

export interface KubeNode {
  metadata: ObjectMeta;
  spec: { podCIDR?: string; podCIDRs?: string[] };
  status?: { conditions?: Condition[]; nodeInfo?: { kubeletVersion?: string } };
}

export interface EndpointSlice {
  metadata: ObjectMeta;
  endpoints?: { addresses: string[]; conditions?: { ready?: boolean } }[];
}

export interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
}

export interface Pod {
  metadata: ObjectMeta;
  spec?: { nodeName?: string };
  status?: {
    phase?: string;
    conditions?: Condition[];
    containerStatuses?: { name: string; ready: boolean; state?: ContainerState }[];
  };
}

export interface List<T> {
  items: T[];
}

/** `/version` */
export interface VersionInfo {
  major: string;
  minor: string;
  gitVersion: string;
}
