// Bringing a cluster that runs to another config.
export { planChanges } from './apply.ts';
