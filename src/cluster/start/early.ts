import { messageOf } from '../../common/errors.ts';
import { poll } from '../../common/poll.ts';
import { MANIFESTS_PATH, POD_NETWORK } from '../../contract/names.ts';
import type { Engine } from '../../docker/engine.ts';
import { readFiles } from '../../docker/readFiles.ts';
import { addonObjects, type KubeObject, pathOf } from '../../kubernetes/addon.ts';
import { KubeError } from '../../kubernetes/client.ts';
import { isEnabled } from '../../kubernetes/components.ts';
import { CLOUD_RIGHTS, NETWORK_RIGHTS } from '../../kubernetes/earlyRights.ts';
import { ask, insist, LOOK_EVERY_MS, type WaitContext } from '../../kubernetes/ready.ts';
import type { KubeNode, List } from '../../kubernetes/types.ts';
import { FIND_DEVICE } from '../../plan/entrypoint.ts';
import { FIRST_POD_CIDR, FIRST_POD_GATEWAY } from '../../plan/early.ts';

/**
 * Writes what flannel will write (flannel: pkg/subnet), so that pods can be had before flannel is there. VXLAN takes 50
 * bytes of every packet.
 */
const SUBNET_FILE = `set -eu
file=/run/flannel/subnet.env
[ ! -e "$file" ] || exit 0
${FIND_DEVICE}
mtu=$(cat "/sys/class/net/$device/mtu")
mkdir -p "\${file%/*}"
printf '%s\\n' "FLANNEL_NETWORK=$0" "FLANNEL_SUBNET=$1" "FLANNEL_MTU=$((mtu - 50))" FLANNEL_IPMASQ=true >"$file.k3d"
mv "$file.k3d" "$file"
`;

/** Whether nobody has been in the cluster before: with a database of the user's own there may be nodes. */
export async function isUntouched({ kube }: WaitContext): Promise<boolean> {
  const nodes = await ask(() => kube.get<List<KubeNode>>('/api/v1/nodes'));
  return (
    nodes !== undefined &&
    nodes.items.length <= 1 &&
    nodes.items.every(({ spec: { podCIDR = FIRST_POD_CIDR } }) => podCIDR === FIRST_POD_CIDR)
  );
}

/**
 * Brings a new cluster what k3s itself would bring seconds later, in the same form, which k3s then makes its own: the
 * rights of its network and cloud controller, flannel's file in the first server, CoreDNS. What can't be brought comes
 * by itself: nothing fails here.
 * @param server container of the first server
 * @param serverArgs arguments of the servers
 */
export async function bringEarly(
  engine: Engine,
  server: string,
  serverArgs: readonly string[],
  wait: WaitContext,
): Promise<void> {
  try {
    const hasCloud = !serverArgs.some((arg) => arg.startsWith('--disable-cloud-controller='));
    const rights = [...NETWORK_RIGHTS, ...(hasCloud ? CLOUD_RIGHTS : [])];
    const made = Promise.all(rights.map((object) => create(wait, object)));
    // A pod that is made before flannel's file is there is tried again only 14 s later.
    await Promise.all([made, writeSubnetFile(engine, server, wait.signal)]);
    if (isEnabled('coredns', serverArgs)) await bringDns(engine, server, wait);
  } catch (error) {
    wait.reporter.debug(`not brought early: ${messageOf(error)}`);
  }
}

async function writeSubnetFile(engine: Engine, server: string, signal: AbortSignal): Promise<void> {
  const command = ['sh', '-c', SUBNET_FILE, POD_NETWORK, FIRST_POD_GATEWAY];
  const { exitCode, stderr } = await engine.containers.exec(server, command, undefined, signal);
  if (exitCode !== 0) throw new Error(`flannel's file in ${server}: ${stderr.trim()}`);
}

async function bringDns(engine: Engine, server: string, wait: WaitContext): Promise<void> {
  const objects = await poll(() => stagedDns(engine, server), LOOK_EVERY_MS, wait.signal);
  await Promise.all(
    objects.map(async (object) => {
      if (object.kind === 'Service') await waitForAddresses(wait);
      await create(wait, object);
    }),
  );
  wait.reporter.debug(`CoreDNS was brought after ${Math.round(wait.timeline.now())} ms`);
}

const OWN_ENDPOINTS = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes';

/**
 * Waits until services can be made. An API server that starts checks their addresses once, and before 1.27 it ends if
 * somebody takes one meanwhile. After that, and when it is ready, it tells where it is itself (kubernetes:
 * pkg/controlplane/controller.go).
 */
async function waitForAddresses({ kube, signal }: WaitContext): Promise<void> {
  await poll(() => ask(() => kube.get(OWN_ENDPOINTS)), LOOK_EVERY_MS, signal);
}

/** @returns undefined as long as it is not there; nothing when k3s is told to pass it over */
async function stagedDns(engine: Engine, server: string): Promise<KubeObject[] | undefined> {
  const files = await readFiles(engine, server, MANIFESTS_PATH).catch(() => undefined);
  if (files?.has('coredns.yaml.skip')) return [];
  const objects = addonObjects(files?.get('coredns.yaml') ?? '', 'coredns');
  return objects?.some(({ kind }) => kind === 'Service') ? objects : undefined;
}

/** Makes an object unless it is there. A server that is coming up may refuse at first, e.g. for want of the namespace. */
async function create({ kube, signal }: WaitContext, object: KubeObject): Promise<void> {
  await insist(async () => {
    try {
      await kube.post(pathOf(object), object);
    } catch (error) {
      // It is there, or its address is taken: k3s was quicker.
      if (!(error instanceof KubeError && (error.status === 409 || error.status === 422))) throw error;
    }
  }, signal);
}
