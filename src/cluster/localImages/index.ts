export { beginLocalImages, serveNewCluster, tellOutcome } from './begin.ts';
export { newPrefix } from './prefix.ts';
export { reviveLocalImages, serveAgain, whatIsServed } from './revive.ts';
