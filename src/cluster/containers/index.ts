// Single containers and their host ports: made, started, and why they ended.
export { createContainer } from './createContainer.ts';
export { checkPortsFree, type ReservedPort, reservePort, type WantedPort } from './hostPorts.ts';
export { deletionOf, failOnNodeExit, knownCause, lastErrorIn, NodeFailure, reasonIn } from './nodeFailure.ts';
export { startNode } from './startNode.ts';
