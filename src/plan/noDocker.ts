/**
 * Kubelets before 1.24 ask a Docker engine for its folder five times, a second apart, before they go on, also where
 * there is none (google/cadvisor, issue 3175). This answers that question, with the folder that they take anyway when
 * nobody answers. Once it has been put and answered the socket is gone, so that nobody takes it for an engine; and it is
 * not there at all when the user has brought a real one.
 */
export const NO_DOCKER = `#!/bin/sh
set -eu
socket=/var/run/docker.sock
command -v socat >/dev/null 2>&1 || exit 0
[ ! -e "$socket" ] || exit 0
cat >/run/k3d-nodocker.sh <<'EOF'
read -r method path rest
while read -r line; do [ "\${#line}" -gt 1 ] || break; done
case $path in
  */info) body='{"DockerRootDir":"/var/lib/docker"}'; echo >>/run/k3d-nodocker.asked ;;
  */version) body='{"ApiVersion":"1.41"}' ;;
  *) body=OK ;;
esac
printf 'HTTP/1.1 200 OK\\r\\nApi-Version: 1.41\\r\\nContent-Type: application/json\\r\\n'
printf 'Content-Length: %s\\r\\nConnection: close\\r\\n\\r\\n%s' "\${#body}" "$body"
EOF
rm -f /run/k3d-nodocker.asked
(
  socat "UNIX-LISTEN:$socket,fork" "EXEC:sh /run/k3d-nodocker.sh" &
  server=$!
  # It asks twice: whether there is an engine, then for the folder. A minute is longer than any start takes.
  for turn in $(seq 600); do
    [ ! -e /run/k3d-nodocker.asked ] || [ "$(wc -l </run/k3d-nodocker.asked)" -lt 2 ] || break
    sleep 0.1
  done
  sleep 0.3
  rm -f "$socket"
  kill "$server"
) >/dev/null 2>&1 &
`;

/** First minor release of Kubernetes 1 whose kubelet knows of no Docker. */
const FIRST_WITHOUT_DOCKER = 24;

/** Whether the kubelet of an image of k3s asks for a Docker engine, as far as its tag tells. */
export function asksForDocker(image: string): boolean {
  const minor = /:v?1\.(\d+)\.\d+/.exec(image)?.[1];
  return minor !== undefined && Number(minor) < FIRST_WITHOUT_DOCKER;
}
