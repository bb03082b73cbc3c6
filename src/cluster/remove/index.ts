// Removing clusters, and what others have left behind.
export { deleteCluster, foundNothing, removeCreation, removeMade, undoCreation } from './remove.ts';
export { findLeftovers, markComplete, reasonOf, removeLeftover } from './sweep.ts';
