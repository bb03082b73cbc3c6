import { type Fix, SCRIPT_FIXES, type ScriptFix } from '../config/types.ts';
import type { FileSpec } from '../contract/containers.ts';
import { FAMILY_VARIABLE } from './ipFamily.ts';
import { CONFIG_FOLDER, FAMILY_SETTINGS_PATH } from './nodeSettings.ts';

const MEMINFO_PATH = '/etc/k3d-meminfo';

/** A line of shell: `device` is the one by which a node reaches the others. */
export const FIND_DEVICE = `device=$(ip -4 route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)`;

/**
 * What runs in a node before k3s, as k3d has it: a wrapper that runs each fix and then becomes k3s.
 * Unlike k3d's, it does not drain the node when it is stopped: a stopped CI node is not coming back for its pods,
 * and a node that is started again finds them where they were.
 */
const WRAPPER = `#!/bin/sh
# Runs the fixes beside this file, then k3s in place of itself, so that signals reach k3s.
set -eu
for fix in /bin/k3d-entrypoint-*.sh; do
  [ -e "$fix" ] || continue
  said=$(sh "$fix" 2>&1) || echo "k3d: $fix failed: $(echo "$said" | tr '\\n' ' ')" >&2
  [ -z "$said" ] || echo "$fix: $said" >>/var/log/k3d-entrypoints.log
done
exec /bin/k3s "$@"
`;

/** cgroup v2 allows no processes in a group that has children with controllers, so the root's move to a leaf. */
const CGROUP_V2 = `#!/bin/sh
set -eu
root=\${CGROUP_ROOT:-/sys/fs/cgroup}
[ -f "$root/cgroup.controllers" ] || exit 0
mkdir -p "$root/init"
# The list is read whole, because it changes while processes move; new ones may come meanwhile, so again until none is left.
round=0
while [ "$round" -lt 10 ] && pids=$(cat "$root/cgroup.procs") && [ -n "$pids" ]; do
  for pid in $pids; do
    # 0 is a process of another namespace, and written it would mean this shell. One may have ended since.
    [ "$pid" = 0 ] || { echo "$pid" >"$root/init/cgroup.procs"; } 2>/dev/null || true
  done
  round=$((round + 1))
done
enable=
for controller in $(cat "$root/cgroup.controllers"); do enable="$enable +$controller"; done
echo "\${enable# }" >"$root/cgroup.subtree_control"
`;

/** Kubernetes needs mounts that propagate into pods. */
const MOUNTS = `#!/bin/sh
set -eu
mount --make-rshared /
`;

/**
 * Docker's name server answers on 127.0.0.11, an address that means nothing inside a pod. Its NAT rules are written
 * again for the gateway's address and for forwarded packets, and resolv.conf, which CoreDNS forwards to, names that.
 */
const DNS = `#!/bin/sh
set -eu
docker_dns=127.0.0.11
resolv=\${RESOLV_CONF:-/etc/resolv.conf}
grep -q "$docker_dns" "$resolv" || exit 0
gateway=$(ip -4 route show default | sed -n 's/.* via \\([0-9.]*\\).*/\\1/p' | head -n 1)
[ -n "$gateway" ] || { echo "no default gateway: pods can't use Docker's DNS"; exit 0; }
# Docker writes its rules with the host's kind of iptables; take whichever kind here shows them.
for kind in iptables iptables-nft iptables-legacy; do
  command -v "$kind-save" >/dev/null 2>&1 || continue
  rules=$("$kind-save" -t nat 2>/dev/null) || continue
  case $rules in *"$docker_dns"*) ;; *) continue ;; esac
  printf '%s\\n' "$rules" | sed \\
    -e "s/-d $docker_dns/-d $gateway/g" \\
    -e 's/^-A OUTPUT \\(.*\\) -j DOCKER_OUTPUT$/&\\n-A PREROUTING \\1 -j DOCKER_OUTPUT/' \\
    -e "s/--to-source :53/--to-source $gateway:53/g" | "$kind-restore"
  sed "s/$docker_dns/$gateway/g" "$resolv" >/tmp/resolv.conf
  cat /tmp/resolv.conf >"$resolv" # in place: Docker mounts the file
  rm -f /tmp/resolv.conf
  exit 0
done
echo "no NAT rules for $docker_dns found: pods can't use Docker's DNS"
`;

/**
 * Shows a node with a memory limit the memory that it has: kubelet and cAdvisor read the machine's from /proc/meminfo,
 * and its banks from edac. k3d mounts files of the host over them; made inside, it works with any engine.
 */
const MEMORY = `#!/bin/sh
set -eu
[ -f ${MEMINFO_PATH} ] || exit 0
mount --bind ${MEMINFO_PATH} /proc/meminfo
[ ! -d /sys/devices/system/edac ] || mount -t tmpfs -o ro,size=4k none /sys/devices/system/edac
`;

/**
 * Tells k3s both addresses of a node, or that of IPv6: by itself it takes the one of IPv4 (docs.k3s.io/networking). They
 * may be others at each start.
 */
const IP_FAMILY = `#!/bin/sh
set -eu
family=\${${FAMILY_VARIABLE}:-ipv4}
[ "$family" != ipv4 ] || exit 0
${FIND_DEVICE}
address() { ip "-$1" addr show dev "$device" scope global | sed -n 's/^ *inet6\\{0,1\\} \\([0-9a-f.:]*\\).*/\\1/p' | head -n 1; }
four=$(address 4)
six=$(address 6)
[ -n "$six" ] || { echo "$device has no IPv6 address"; exit 1; }
mkdir -p ${CONFIG_FOLDER}
case $family in dual) both=$four,$six ;; *) both=$six ;; esac
echo "node-ip: '$both'" >${FAMILY_SETTINGS_PATH}
`;

/** The command that containers of nodes run. */
export const NODE_ENTRYPOINT = '/bin/k3d-entrypoint.sh';

const FIX_SCRIPTS: Record<ScriptFix, string> = { cgroupv2: CGROUP_V2, dns: DNS, mounts: MOUNTS };

/**
 * The files of the fixes, by k3d's names, so that k3d replaces them by its own when it starts a node of ours.
 * @param disabled fixes that are not wanted
 * @param memory the node's limit in bytes, if it has one
 */
export function entrypointFiles(disabled: readonly Fix[], memory: number | undefined): FileSpec[] {
  const fixes = SCRIPT_FIXES.filter((fix) => !disabled.includes(fix)).map((fix) =>
    entrypointScript(`-${fix}`, FIX_SCRIPTS[fix]),
  );
  const limit = memory === undefined ? [] : [entrypointScript('-memory', MEMORY), meminfo(memory)];
  return [entrypointScript('', WRAPPER), ...fixes, entrypointScript('-ip-family', IP_FAMILY), ...limit];
}

/** A script that the wrapper runs. @param name empty: the wrapper itself */
export function entrypointScript(name: string, content: string): FileSpec {
  return { path: `/bin/k3d-entrypoint${name}.sh`, content, mode: 0o744 };
}

function meminfo(bytes: number): FileSpec {
  const kilobytes = Math.floor(bytes / 1024);
  const all = ['MemTotal', 'MemFree', 'MemAvailable'].map((key) => `${key}: ${kilobytes} kB\n`);
  // Kubelets since 1.32 end where there is no word of swap.
  const none = ['Buffers', 'Cached', 'SwapCached', 'SwapTotal', 'SwapFree'].map((key) => `${key}: 0 kB\n`);
  return { path: MEMINFO_PATH, content: [...all, ...none].join(''), mode: 0o444 };
}
