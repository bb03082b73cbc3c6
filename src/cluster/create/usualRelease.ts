import type { Reporter } from '../../common/reporter.ts';
import { DEFAULTS, usualImage } from '../../config/defaults.ts';
import type { ClusterConfig } from '../../config/types.ts';
import { kubernetesOf } from '../../config/version.ts';
import type { Engine } from '../../docker/engine.ts';

/**
 * The same cluster with the release of k3s that suits the engine's machine, unless somebody asked for one: kubelets since
 * 1.35 refuse cgroup v1 (kubernetes: KEP-5573).
 */
export async function withUsualImage(
  config: ClusterConfig,
  engine: Pick<Engine, 'system'>,
  reporter: Pick<Reporter, 'info'>,
): Promise<ClusterConfig> {
  if (config.imageChosen || config.image !== DEFAULTS.image) return config;
  const image = usualImage((await engine.system()).cgroupVersion);
  if (image === config.image) return config;
  reporter.info(
    `This machine has cgroup v1, which later releases refuse: ${config.name} gets k3s v${kubernetesOf(image)}`,
  );
  return { ...config, image };
}
