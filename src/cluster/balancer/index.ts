// Load balancers: what they pass on, and ports that come and go.
export { balancerOf, changeValues, putBehind, readValues, stepAside, takeFromBehind } from './balancers.ts';
export { editPorts, publishedPorts } from './editPorts.ts';
