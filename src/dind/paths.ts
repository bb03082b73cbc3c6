import { DIND_STATE } from '../plan/dind.ts';

/** Where things are in the dind image. */
export const PATHS = {
  socket: '/var/run/docker.sock',
  /** Files of an engine that is not there any more: a container that is started again has them still. */
  pidFiles: ['/var/run/docker.pid', '/run/docker/containerd/containerd.pid'],
  dataRoot: '/var/lib/docker',
  engineLog: '/var/log/dockerd.log',
  /** The health check reads it, and who started the container. */
  state: DIND_STATE,
  /** A config file that is mounted here is used. */
  config: '/etc/k3d/config.yaml',
  /** Archives of images that the engine is given before anything else. */
  images: '/usr/local/share/k3d/images',
  /** What dind/bake leaves beside them: layers that are used where they are, or copied. */
  layers: '/usr/local/share/k3d/layers',
  /** iptables over the older kernel interface, where Docker's own image has it. */
  legacyIptables: '/usr/local/sbin/.iptables-legacy',
  cgroups: '/sys/fs/cgroup',
} as const;

export const SOCKET_URL = `unix://${PATHS.socket}`;
