import { stringify } from 'yaml';
import { connectEngine } from '../../cluster/dind/index.ts';
import { configOf, needCluster, nodesOf } from '../../cluster/find/index.ts';
import { UserError } from '../../common/errors.ts';

/** `k3d runtime-info` */
export async function runtimeInfo(): Promise<void> {
  const engine = await connectEngine();
  const [{ version, os, arch }, system] = await Promise.all([engine.info(), engine.system()]);
  process.stdout.write(
    stringify({
      name: 'docker',
      endpoint: engine.endpoint.description.replace(/^unix:\/\//, ''),
      version,
      ostype: os,
      os: system.operatingSystem,
      arch,
      cgroupversion: String(system.cgroupVersion),
      cgroupdriver: system.cgroupDriver,
      filesystem: system.storageDriver,
    }),
  );
}

/** `k3d debug loadbalancer get-config` */
export async function balancerConfig(name: string): Promise<void> {
  const engine = await connectEngine();
  const [balancer] = nodesOf(await needCluster(engine, name), 'loadbalancer');
  if (balancer === undefined) throw new UserError(`cluster "${name}" has no load balancer`);
  console.log(stringify(await configOf(engine, balancer)));
}
