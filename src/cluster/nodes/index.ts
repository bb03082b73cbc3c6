// Adding and removing nodes of a cluster that exists.
export { addNodes, checkServersPossible, joinNodes } from './addNodes.ts';
export { addRemoteAgents } from './addRemoteAgent.ts';
export { checkServerCanGo } from './etcd.ts';
export { deleteNode, needNode } from './nodes.ts';
