// Bringing a running cluster to another release of k3s.
export { type UpgradePlan, planUpgrade, upgradeCluster } from './upgrade.ts';
