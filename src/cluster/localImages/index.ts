export { beginLocalImages, serveNewCluster, tellOutcome } from './begin.ts';
export { reviveLocalImages, serveAgain, whatIsServed } from './revive.ts';
