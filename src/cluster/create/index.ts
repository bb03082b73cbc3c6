// Making clusters: what can be checked beforehand, then network, volumes and containers.
export { createCluster, type CreatedCluster } from './create.ts';
export { createClusters, type Creation } from './createAll.ts';
export { readChannels, resolveImage, withRelease } from './k3sChannel.ts';
export { withUsualImage } from './usualRelease.ts';
export { warnOfVolumeSources } from './prepare.ts';
