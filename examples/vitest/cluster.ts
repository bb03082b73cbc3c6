// vitest's global setup: one cluster for all test files, gone when the run is over.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCluster } from 'k3d-action';
import type { TestProject } from 'vitest/node';

export default async function setup(project: TestProject) {
  const cluster = await createCluster({
    agents: 1,
    k3sArgs: ['--disable=traefik,servicelb,metrics-server,local-storage'],
    onMessage: (message) => console.log(message),
  });
  const kubeconfig = join(tmpdir(), `${cluster.name}.yaml`);
  await cluster.writeKubeconfig(kubeconfig);
  project.provide('kubeconfig', kubeconfig);
  project.provide('cluster', cluster.name);
  await cluster.save();
  return () => cluster.delete();
}

declare module 'vitest' {
  interface ProvidedContext {
    kubeconfig: string;
    cluster: string;
  }
}
