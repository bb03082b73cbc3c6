import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parse } from 'yaml';
import { formatValues, loadBalancerFiles, parseValues, settingsWith } from '../../../src/plan/loadBalancer.ts';

/** Runs the entrypoint as far as the configuration, with names that resolve as given. */
function render(
  t: TestContext,
  values: string,
  hosts: Record<string, string>,
  { getent = (script: string) => script, nslookup = 'exit 1' } = {},
  { interfaces = '', ...more }: { interfaces?: string; K3D_IP_FAMILY?: string } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'k3d-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const script = loadBalancerFiles({ ports: new Map(), settings: settingsWith([]) }).find(({ path }) =>
    path.endsWith('.sh'),
  );
  writeFileSync(join(folder, 'entrypoint.sh'), script?.content ?? '');
  writeFileSync(join(folder, 'values.yaml'), values);
  writeFileSync(join(folder, 'if_inet6'), interfaces);
  const cases = Object.entries(hosts).map(([name, address]) => `${name}) echo "${address} ${name}" ;;`);
  const program = (file: string, script: string): void => {
    writeFileSync(join(folder, file), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, file), 0o755);
  };
  program('getent', getent(`case $2 in\n${cases.join('\n')}\n*) exit 2 ;;\nesac`));
  program('nslookup', nslookup);
  const env = {
    PATH: `${folder}:/usr/bin:/bin`,
    VALUES: join(folder, 'values.yaml'),
    CONF: join(folder, 'nginx.conf'),
    WORK: folder,
    RENDER_ONLY: '1',
    IF_INET6: join(folder, 'if_inet6'),
    ...more,
  };
  execFileSync('sh', [join(folder, 'entrypoint.sh')], { env });
  return readFileSync(join(folder, 'nginx.conf'), 'utf8').replace(/^load_module .*\n/, '');
}

test("values have k3d's form", () => {
  const ports = new Map([
    ['6443.tcp', ['k3d-c-server-0', 'k3d-c-server-1']],
    ['53.udp', ['k3d-c-agent-0']],
  ]);
  assert.deepEqual(parse(formatValues({ ports, settings: settingsWith([]) })), {
    ports: { '6443.tcp': ['k3d-c-server-0', 'k3d-c-server-1'], '53.udp': ['k3d-c-agent-0'] },
    settings: { workerConnections: 1024, defaultProxyTimeout: 600 },
  });
});

test('each port gets its nodes, those without an address are left out', (t) => {
  const ports = new Map([
    ['6443.tcp', ['server-0', 'server-1']],
    ['53.udp', ['agent-0']],
    ['80.tcp', ['gone']],
    ['81.tcp', []],
  ]);
  const values = formatValues({ ports, settings: settingsWith([]) });
  const conf = render(t, values, { 'server-0': '172.20.0.3', 'agent-0': '172.20.0.4' });
  assert.equal(
    conf,
    `worker_processes auto;
error_log /dev/stderr notice;
pid /tmp/nginx.pid;
events { worker_connections 1024; }
stream {
  upstream 6443_tcp {
    server 172.20.0.3:6443 max_fails=1 fail_timeout=10s; # server-0
  }
  server {
    listen 6443;
    proxy_pass 6443_tcp;
    proxy_timeout 600;
    proxy_connect_timeout 2s;
  }
  upstream 53_udp {
    server 172.20.0.4:53 max_fails=1 fail_timeout=10s; # agent-0
  }
  server {
    listen 53 udp;
    proxy_pass 53_udp;
    proxy_timeout 600;
    proxy_connect_timeout 2s;
  }
}
`,
  );
});

test('the file as k3d writes it is understood, settings and all', (t) => {
  const values =
    'ports:\n    80.tcp:\n        - "k3d-c-server-0"\nsettings:\n    defaultProxyTimeout: 10\n    workerConnections: 99\n';
  const conf = render(t, values, { 'k3d-c-server-0': '10.0.0.1' });
  assert.match(conf, /worker_connections 99;/);
  assert.match(conf, /server 10\.0\.0\.1:80 .*; # k3d-c-server-0/);
  assert.match(conf, /proxy_timeout 10;/);
});

test('values are read back as they were, whoever wrote them', () => {
  const values = {
    ports: new Map([['80.tcp', ['a', 'b']]]),
    settings: settingsWith([{ key: 'workerConnections', value: 7 }]),
  };
  assert.deepEqual(parseValues(formatValues(values)), values);
  assert.deepEqual(parseValues('ports:\n  80.tcp:\n'), {
    ports: new Map([['80.tcp', []]]),
    settings: { workerConnections: 1024, defaultProxyTimeout: 600 },
  });
});

/** Ways in which images tell the addresses of a name that has one of each family. */
const TELLERS: Record<string, { getent: (script: string) => string; nslookup?: string }> = {
  'getent knows ahostsv4': {
    getent: () => '[ "$1" = ahostsv4 ] && echo "172.20.0.3 STREAM $2" || echo "fd00::3 $2"',
  },
  'getent hosts gives both': { getent: () => '[ "$1" = hosts ] || exit 1; echo "fd00::3 $2"; echo "172.20.0.3 $2"' },
  'getent hosts gives IPv6 only': {
    getent: () => '[ "$1" = hosts ] || exit 1; echo "fd00::3 $2"',
    nslookup: 'printf "Server:\\t127.0.0.11\\nAddress:\\t127.0.0.11:53\\n\\nName:\\t%s\\nAddress: 172.20.0.3\\n" "$2"',
  },
};

test('on a network with IPv6 too a node is reached by its IPv4 address, whatever the image looks names up with', (t) => {
  const values = formatValues({ ports: new Map([['6443.tcp', ['server-0']]]), settings: settingsWith([]) });
  for (const [what, teller] of Object.entries(TELLERS))
    assert.match(render(t, values, {}, teller), /^ {4}server 172\.20\.0\.3:6443 .*# server-0$/m, what);
});

test('in a cluster without IPv4 a node is reached by its IPv6 address', (t) => {
  const values = formatValues({ ports: new Map([['6443.tcp', ['server-0']]]), settings: settingsWith([]) });
  const getent = () => '[ "$1" = ahostsv6 ] && echo "fd00::3 STREAM $2" || echo "172.20.0.3 $2"';
  const text = render(t, values, {}, { getent }, { K3D_IP_FAMILY: 'ipv6' });
  assert.match(text, /^ {4}server \[fd00::3\]:6443 .*# server-0$/m);
});

test('ports are open for IPv6 where the container has an address of it that others reach', (t) => {
  const values = formatValues({ ports: new Map([['53.udp', ['server-0']]]), settings: settingsWith([]) });
  const listens = (interfaces: string): string[] =>
    render(t, values, { 'server-0': '172.20.0.3' }, {}, { interfaces }).match(/listen .*;/g) ?? [];
  const local =
    'fe80000000000000004200fffe000001 02 40 20 80     eth0\n00000000000000000000000000000001 01 80 10 80       lo\n';
  const own = 'fd000028000000000000000000000003 02 40 00 82     eth0\n';
  assert.deepEqual(listens(local), ['listen 53 udp;']);
  assert.deepEqual(listens(local + own), ['listen 53 udp;', 'listen [::]:53 udp;']);
});
