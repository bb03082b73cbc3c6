// Load balancers: what they pass on, and ports that come and go.
export { balancersOf, changeValues, putBehind, readValues, takeFromBehind } from './balancers.ts';
export { editPorts, publishedPorts } from './editPorts.ts';
export { trimBalancer } from './trimBalancer.ts';
