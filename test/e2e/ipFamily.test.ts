import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import { test } from 'node:test';
import { kubernetesOf } from '../../src/config/version.ts';
import { eventually, freePort, image, LEAN, LEAN_ARG, type Stage, stage, workload } from './bed.ts';

const minor = Number(kubernetesOf(image)?.split('.')[1] ?? Infinity);
const sorted = (addresses: string[]): [four: number, six: number] => [
  addresses.filter((one) => isIPv4(one)).length,
  addresses.filter((one) => isIPv6(one)).length,
];

/** A pod on each of two nodes that answers in the families it has, and a service of both in front of them. */
const web = (families: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      ...['server-0', 'agent-0'].map((node) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: node, labels: { app: 'web' } },
        spec: {
          nodeName: `k3d-six-${node}`,
          terminationGracePeriodSeconds: 0,
          containers: [
            {
              name: 'web',
              image: workload,
              imagePullPolicy: 'IfNotPresent',
              command: ['sh', '-c', 'mkdir /www && hostname >/www/index.html && httpd -f -p "[::]:80" -h /www'],
            },
          ],
        },
      })),
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web' },
        spec: {
          type: 'NodePort',
          ipFamilyPolicy: families,
          selector: { app: 'web' },
          ports: [{ port: 80, nodePort: 30080 }],
        },
      },
    ],
  });

/** How many addresses the API is published on; it answers at each, with a certificate for it. */
async function apiAddresses(s: Stage): Promise<number> {
  const { ports = [] } = (await s.engine.containers.inspect('k3d-six-serverlb')) ?? {};
  const api = ports.filter(({ containerPort }) => containerPort === 6443);
  for (const { ip, hostPort } of api) {
    const server = `https://${isIPv6(ip) ? `[${ip}]` : ip}:${hostPort}`;
    assert.equal(await s.kubectl('--server', server, 'get', '--raw', '/readyz'), 'ok');
  }
  return api.length;
}

/** The address that pods know the host by. */
async function hostAddress(s: Stage): Promise<string> {
  const path = 'jsonpath={.data.NodeHosts}';
  const hosts = await s.kubectl('-n', 'kube-system', 'get', 'configmap', 'coredns', '-o', path);
  return (
    hosts
      .split('\n')
      .find((line) => line.endsWith(' host.k3d.internal'))
      ?.split(' ')[0] ?? ''
  );
}

// What becomes of IPv6 alone on older releases is the last test's matter.
const FAMILIES = ['dual', ...(minor < 24 ? [] : (['ipv6'] as const))] as const;

for (const family of FAMILIES) {
  const isDual = family === 'dual';
  const title = `${family}: nodes, pods, services and published ports have ${isDual ? 'addresses of both families' : 'IPv6 alone'}`;
  test(title, async (t) => {
    const s = await stage(t);
    const port = await freePort();
    await s.k3dOk([
      ...['cluster', 'create', 'six', '--image', image, '--agents', '1', '--ip-family', family, ...LEAN],
      ...['--port', `${port}:30080`, '--port', `${await freePort()}:30081@server:0:direct`],
    ]);
    const lines = async (what: string, path: string): Promise<string[][]> =>
      (await s.kubectl('get', what, '-o', `jsonpath={range .items[*]}{${path}}{"\\n"}{end}`))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(/[ ,]/));
    const internal = () => lines('nodes', '.status.addresses[?(@.type=="InternalIP")].address');
    const wanted = isDual ? [1, 1] : [0, 1];
    const before = (await internal()).sort();
    assert.deepEqual(before.map(sorted), [wanted, wanted]);

    const objects = s.config('web.json', web(isDual ? 'RequireDualStack' : 'SingleStack'));
    await s.kubectl('apply', '-f', objects);
    await s.kubectl('wait', '--for=condition=Ready', 'pod', '--all', '--timeout=90s');
    const pods = (await lines('pods', '.status.podIPs[*].ip')).map(sorted);
    assert.deepEqual(pods, [wanted, wanted]);
    const addresses = (await s.kubectl('get', 'service', 'web', '-o', 'jsonpath={.spec.clusterIPs[*]}')).split(' ');
    assert.deepEqual(sorted(addresses), wanted);

    // From a pod to the service, in each family, until both pods have answered: one is on the other node.
    for (const address of addresses) {
      // By nc, since wget of a busybox made of Debian's ends with a segmentation fault.
      const get = `printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 5 ${address} 80`;
      const answers = new Set<string | undefined>();
      await eventually(async () => {
        const answer = await s.kubectl('exec', 'agent-0', '--', 'sh', '-c', get);
        answers.add(/(server|agent)-0$/.exec(answer)?.[0]);
        return answers.size === 2 || undefined;
      });
    }
    // From the machine through the load balancer.
    for (const host of isDual ? ['127.0.0.1', '[::1]'] : ['[::1]']) {
      const answer = await eventually(async () => (await fetch(`http://${host}:${port}/`)).text());
      assert.match(answer, /^(server|agent)-0\n$/);
    }
    assert.equal(isIPv6(await hostAddress(s)), !isDual);
    const bound = (await s.engine.containers.inspect('k3d-six-server-0'))?.ports.map(({ ip }) => ip);
    assert.deepEqual(bound?.sort(), isDual ? ['127.0.0.1', '::1'] : ['::1']);

    assert.equal(await apiAddresses(s), isDual ? 2 : 1);

    // A node that comes later, and nodes that are started again, have what the others have.
    await s.k3dOk(['node', 'create', 'late', '--cluster', 'six', '--image', image]);
    assert.deepEqual((await internal()).map(sorted), [wanted, wanted, wanted]);
    await s.k3dOk(['node', 'delete', 'k3d-late-0']);
    await s.k3dOk(['cluster', 'stop', 'six']);
    await s.k3dOk(['cluster', 'start', 'six']);
    assert.deepEqual((await internal()).sort(), before);
    await s.k3dOk(['cluster', 'delete', 'six']);
    assert.equal(await s.engine.networks.inspect('k3d-six'), undefined);
  });
}

for (const family of FAMILIES) {
  test(`${family}: apply, edit, snapshot and reset do with the cluster what they do with others`, async (t) => {
    const s = await stage(t);
    s.owns('six');
    const env = { XDG_DATA_HOME: s.folder };
    const addresses = family === 'dual' ? ['127.0.0.1', '::1'] : ['::1'];
    const [balanced, direct, late] = [await freePort(), await freePort(), await freePort()];
    const config = s.config(
      'six.yaml',
      JSON.stringify({
        apiVersion: 'k3d.io/v1alpha5',
        kind: 'Simple',
        metadata: { name: 'six' },
        image,
        ports: [
          { port: `${balanced}:30080`, nodeFilters: ['loadbalancer'] },
          { port: `${direct}:30081`, nodeFilters: ['server:0:direct'] },
        ],
        options: {
          k3d: { ipFamily: family },
          k3s: { extraArgs: [{ arg: LEAN_ARG, nodeFilters: ['server:*'] }] },
        },
      }),
    );
    const apply = () => s.k3dOk(['cluster', 'apply', '--config', config]);
    await apply();
    assert.equal(await apply(), 'cluster six is as the config has it\n');
    const published = async (port: number): Promise<string[]> => {
      const { ports = [] } = (await s.engine.containers.inspect('k3d-six-serverlb')) ?? {};
      return ports.flatMap(({ ip, hostPort }) => (hostPort === port ? [ip] : [])).sort();
    };
    assert.deepEqual(await published(balanced), addresses);

    await s.k3dOk(['cluster', 'edit', 'six', '--port-add', `${late}:30082@loadbalancer`]);
    assert.deepEqual(await published(late), addresses);
    assert.match(await apply(), new RegExp(`^- port ${late}:30082/tcp$`, 'm'));
    assert.deepEqual(await published(late), []);
    assert.deepEqual(await published(balanced), addresses);
    assert.equal(await apply(), 'cluster six is as the config has it\n');

    await s.k3dOk(['snapshot', 'save', '--cluster', 'six'], env);
    const internal = () =>
      s.kubectl('get', 'nodes', '-o', 'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}');
    const before = await internal();
    await s.kubectl('create', 'configmap', 'left');
    await s.k3dOk(['cluster', 'reset', 'six'], env);
    assert.equal(await s.kubectl('get', 'configmap', 'left', '--ignore-not-found', '-o', 'name'), '');
    assert.equal(await internal(), before);
    assert.equal(await apiAddresses(s), addresses.length);
    assert.deepEqual(await published(balanced), addresses);
  });
}

test('a network without IPv6, one of the host, an old k3s and a lone subnet are refused before anything is made', async (t) => {
  const s = await stage(t);
  const none = await s.engine.networks.create({ name: 'e2e-four', labels: {}, ipam: undefined, ipamV6: undefined });
  s.defer(() => s.engine.networks.remove(none.id));
  const cases: [string[], RegExp][] = [
    [
      ['--ip-family', 'dual', '--network', 'e2e-four'],
      /^Error: network e2e-four has no IPv6 subnet, .*docker network create --ipv6/m,
    ],
    [
      ['--ip-family', 'dual', '--network', 'host'],
      /^Error: IP family "dual": nodes on the network "host" have the host's own/m,
    ],
    [['--ip-family', 'dul'], /^Error: flag --ip-family: "dul" is unknown; did you mean "dual"/m],
    [['--subnet', 'fd00:28::/64'], /^Error: subnet "fd00:28::\/64": an IPv6 subnet needs the IP family dual or ipv6/m],
    [
      ['--ip-family', 'ipv6', '--image', 'rancher/k3s:v1.23.1-k3s1'],
      /^Error: IP family "ipv6": k3s 1\.23\.1 can't do without IPv4; choose dual, or k3s 1\.24 or later/m,
    ],
  ];
  for (const [flags, message] of cases) {
    const { status, stderr } = await s.k3d(['cluster', 'create', 'wrong', '--image', image, ...flags]);
    assert.match(stderr, message);
    assert.equal(status, 1);
    assert.equal((await s.engine.containers.list(['k3d.cluster=wrong'])).length, 0);
  }
});
