import { isMapping } from '../common/mapping.ts';
import { parse, stringify } from 'yaml';
import type { LoadBalancerOverride } from '../config/types.ts';
import { LABEL } from '../contract/labels.ts';
import { FAMILY_VARIABLE } from './ipFamily.ts';
import type { OpenPorts } from './ports.ts';
import { type ContainerSpec, type FileSpec, plainContainer } from '../contract/containers.ts';

/** The file that says what is passed on to whom, by k3d's name and in k3d's format, so that k3d can drive it too. */
export const VALUES_PATH = '/etc/confd/values.yaml';
const LOAD_BALANCER_ENTRYPOINT = '/bin/k3d-loadbalancer.sh';

/** The load balancer's own settings, by k3d's names. */
export interface LoadBalancerSettings {
  workerConnections: number;
  /** Seconds. */
  defaultProxyTimeout: number;
}

const DEFAULT_SETTINGS: LoadBalancerSettings = { workerConnections: 1024, defaultProxyTimeout: 600 };

/** What values.yaml says. */
export interface LoadBalancerValues {
  ports: Map<string, string[]>;
  settings: LoadBalancerSettings;
}

/** The defaults with what the user has set otherwise. */
export function settingsWith(overrides: readonly LoadBalancerOverride[]): LoadBalancerSettings {
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(overrides.map(({ key, value }) => [key, value])) };
}

/** The settings that are not the defaults: what `settingsWith` was given. */
export function overridesIn(settings: LoadBalancerSettings): LoadBalancerOverride[] {
  const keys = Object.keys(DEFAULT_SETTINGS) as (keyof LoadBalancerSettings)[];
  return keys.flatMap((key) => (settings[key] === DEFAULT_SETTINGS[key] ? [] : [{ key, value: settings[key] }]));
}

/** The text of values.yaml. */
export function formatValues({ ports, settings }: LoadBalancerValues): string {
  return stringify({ ports: Object.fromEntries(ports), settings });
}

/** Reads values.yaml, ours or k3d's. */
export function parseValues(text: string): LoadBalancerValues {
  const value: unknown = parse(text);
  const { ports, settings } = isMapping(value) ? value : {};
  const entries = Object.entries(isMapping(ports) ? ports : {});
  return {
    ports: new Map(entries.map(([port, nodes]) => [port, Array.isArray(nodes) ? nodes.map(String) : []])),
    settings: { ...DEFAULT_SETTINGS, ...(isMapping(settings) ? settings : {}) },
  };
}

/**
 * Turns values.yaml into nginx's configuration, now and whenever that file or a node's address changes. Names are
 * resolved here and not by nginx, which would refuse to start for a node that does not run, and keep an address for
 * ever. nginx says "start worker processes" when it starts and reloads, which k3d waits for.
 */
const ENTRYPOINT = `#!/bin/sh
set -u
values=\${VALUES:-${VALUES_PATH}}
conf=\${CONF:-/etc/nginx/nginx.conf}
work=\${WORK:-/tmp}

# The address of a name in the family in which nodes of k3s listen. On a network with both "hosts" may tell the other one
# only, and not every getent knows "ahostsv4".
case \${${FAMILY_VARIABLE}:-} in
  ipv6) database=ahostsv6 type=aaaa pattern='^[0-9a-f]*:[0-9a-f:]*$' ;;
  *) database=ahostsv4 type=a pattern='^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$' ;;
esac
known() {
  { getent $database "$1" || getent hosts "$1" || true; } 2>/dev/null | awk -v pattern="$pattern" '$1 ~ pattern { print $1; exit }'
}
looked_up() {
  nslookup -type=$type "$1" 2>/dev/null | awk -v pattern="$pattern" '/^Name:/ { found = 1 } found && /^Address/ && $NF ~ pattern { print $NF; exit }'
}
# Where this container has an address of IPv6, its ports are open for both families.
six=
awk '$4 == "00" { found = 1 } END { exit !found }' "\${IF_INET6:-/proc/net/if_inet6}" 2>/dev/null && six=1

# One line a node that has an address: NAME ADDRESS.
addresses() {
  sed -n 's/^ *- *"\\{0,1\\}\\([A-Za-z0-9._-]*\\)"\\{0,1\\} *$/\\1/p' "$values" | sort -u | while read -r name; do
    address=$(known "$name")
    [ -n "$address" ] || address=$(looked_up "$name")
    [ -z "$address" ] || echo "$name $address"
  done
}

render() {
  for module in /usr/lib/nginx/modules/ngx_stream_module.so; do [ ! -e "$module" ] || echo "load_module $module;"; done
  addresses >"$work/addresses"
  awk -v six="$six" '
    FILENAME != ARGV[2] { address[$1] = $2; next }
    /^ *workerConnections:/ { connections = $2; next }
    /^ *defaultProxyTimeout:/ { timeout = $2; next }
    match($0, /[0-9]+\\.(tcp|udp)/) { port = substr($0, RSTART, RLENGTH); order[++count] = port; next }
    /^ *- / { name = $2; gsub(/"/, "", name); if (name in address) nodes[port] = nodes[port] " " name }
    END {
      print "worker_processes auto;\\nerror_log /dev/stderr notice;\\npid /tmp/nginx.pid;"
      print "events { worker_connections " (connections ? connections : 1024) "; }\\nstream {"
      for (i = 1; i <= count; i++) {
        if (nodes[order[i]] == "") continue
        split(order[i], part, ".")
        print "  upstream " part[1] "_" part[2] " {"
        n = split(nodes[order[i]], list, " ")
        for (j = 1; j <= n; j++)
          print "    server " (address[list[j]] ~ /:/ ? "[" address[list[j]] "]" : address[list[j]]) ":" part[1] " max_fails=1 fail_timeout=10s; # " list[j]
        print "  }"
        print "  server {\\n    listen " part[1] (part[2] == "udp" ? " udp" : "") ";"
        if (six) print "    listen [::]:" part[1] (part[2] == "udp" ? " udp" : "") ";"
        print "    proxy_pass " part[1] "_" part[2] ";\\n    proxy_timeout " (timeout ? timeout : 600) ";"
        print "    proxy_connect_timeout 2s;\\n  }"
      }
      print "}"
    }' "$work/addresses" "$values"
}

render >"$conf"
[ -z "\${RENDER_ONLY:-}" ] || exit 0
nginx -c "$conf" -g 'daemon off;' &
nginx=$!
trap 'kill -QUIT $nginx' TERM INT QUIT
while kill -0 $nginx 2>/dev/null; do
  sleep 0.4
  render >"$work/next"
  cmp -s "$work/next" "$conf" && continue
  nginx -t -q -c "$work/next" || continue
  cat "$work/next" >"$conf"
  nginx -c "$conf" -s reload
done
wait $nginx
`;

/** The file that a running load balancer watches. */
export function valuesFile(values: LoadBalancerValues): FileSpec {
  return { path: VALUES_PATH, content: formatValues(values), mode: 0o644 };
}

/** The files of a load balancer. */
export function loadBalancerFiles(values: LoadBalancerValues): FileSpec[] {
  return [valuesFile(values), { path: LOAD_BALANCER_ENTRYPOINT, content: ENTRYPOINT, mode: 0o755 }];
}

/** What differs from one load balancer to the next. */
export interface LoadBalancerParts extends Pick<
  ContainerSpec,
  'name' | 'image' | 'env' | 'labels' | 'network' | 'ip' | 'ipV6' | 'ports' | 'binds' | 'extraHosts'
> {
  init?: boolean;
  open: OpenPorts;
}

/** The container of a load balancer. */
export function loadBalancerContainer({ open, labels, ...parts }: LoadBalancerParts): ContainerSpec {
  return plainContainer({
    ...parts,
    labels: { ...labels, [LABEL.openPorts]: JSON.stringify(Object.fromEntries(open)) },
    entrypoint: [LOAD_BALANCER_ENTRYPOINT],
  });
}
