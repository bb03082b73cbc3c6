// Starting and stopping clusters, and waiting until they can be used.
export { bringBack } from './aside.ts';
export { bringUp } from './bringUp.ts';
export { startDatastore } from './datastore.ts';
export { promoteLearners } from './etcdJoin.ts';
export { handOverEtcd } from './etcdLeader.ts';
export { removeMember } from './etcdLeave.ts';
export { hostEntries, refreshHostEntries } from './hostEntries.ts';
export { startCluster, startNodes, STOP_SECONDS, stopCluster } from './lifecycle.ts';
export type { BringUpPlan } from './plan.ts';
export { waitForCluster, waitUntilSettled } from './readiness.ts';
export { failOnRefusal } from './refusals.ts';
