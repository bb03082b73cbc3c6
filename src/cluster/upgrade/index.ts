// Bringing a running cluster to another release of k3s.
export { type UpgradedNode, type UpgradePlan, planUpgrade, upgradeCluster, type UpgradeWishes } from './upgrade.ts';
