// Engines in containers: starting, connecting, removing.
export { connectEngine, DIND_VARIABLE, removeEmptyDind } from './connect.ts';
export { startDind, type StartedDind } from './start.ts';
