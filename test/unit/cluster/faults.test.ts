import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCluster } from '../../../src/cluster/create/create.ts';
import { ensureImage } from '../../../src/cluster/images/pull.ts';
import { ensureNetwork } from '../../../src/cluster/create/network.ts';
import { fatalLine, reasonIn } from '../../../src/cluster/containers/nodeFailure.ts';
import { Progress } from '../../../src/cluster/progress.ts';
import { bringUp } from '../../../src/cluster/start/bringUp.ts';
import { refusalIn } from '../../../src/cluster/start/refusals.ts';
import { isEnabled } from '../../../src/kubernetes/components.ts';
import { apiURL } from '../../../src/cluster/find/kubeconfig.ts';
import { silentReporter } from '../../../src/common/reporter.ts';
import { Timeline } from '../../../src/common/timeline.ts';
import { mergeLayers } from '../../../src/config/merge.ts';
import { type ContainerSummary, type Engine, EngineError } from '../../../src/docker/engine.ts';
import { EngineLostError } from '../../../src/docker/errors.ts';

const never = new AbortController().signal;

/** An engine with no image that refuses to pull any. */
function engineWhosePull(fails: Error): Engine {
  return {
    endpoint: { description: 'test', host: undefined, publishIP: '127.0.0.1' },
    images: { inspect: async () => undefined, pull: () => Promise.reject(fails) },
    containers: { list: async () => [] },
    volumes: { list: async () => [] },
    networks: { list: async () => [] },
  } as unknown as Engine;
}

test('a node that is deleted while it comes up is said to be, whatever the engine says in the middle of that', async () => {
  const refusal = new EngineError(500, 'RWLayer of container 8bc84f34 is unexpectedly nil');
  const plan = {
    ...{ cluster: 'brief', servers: ['k3d-brief-server-0'], agents: [], loadBalancers: [], apiURL: '', token: '' },
    ...{ restarted: false, wait: new Set<never>(), hostEntries: async () => new Map<string, string>() },
  };
  const bring = (inspections: (object | Error | undefined)[]) => {
    const inspect = async (): Promise<object | undefined> => {
      const next = inspections.length > 1 ? inspections.shift() : inspections[0];
      if (next instanceof Error) throw next;
      return next;
    };
    const refuse = () => Promise.reject(refusal);
    const engine = {
      containers: { list: async () => [], inspect, start: async () => undefined, getArchive: refuse, exec: refuse },
      watch: () => new Promise(() => undefined),
    } as unknown as Engine;
    const context = { engine, reporter: silentReporter, timeline: new Timeline(), signal: never };
    return bringUp(plan, context, new Progress());
  };
  const deleted = { message: /^node k3d-brief-server-0 was deleted while the cluster was coming up/ };
  await assert.rejects(bring([refusal, undefined]), deleted);
  await assert.rejects(bring([{ state: 'dead' }]), deleted);
  await assert.rejects(bring([{ state: 'created' }]), { message: /RWLayer/ });
  await assert.rejects(bring([refusal]), { message: /RWLayer/ });
  await assert.rejects(bring([new EngineLostError('it is away')]), { message: /RWLayer/ });
});

test('an image that does not exist is told from one that can not be pulled', async () => {
  const fast = { env: {}, pauseMs: 1 };
  const pull = (error: Error) => ensureImage(engineWhosePull(error), 'rancher/k3s:v9', silentReporter, never, fast);
  await assert.rejects(pull(new EngineError(404, 'manifest unknown')), {
    name: 'UserError',
    message: 'image rancher/k3s:v9 does not exist: manifest unknown',
  });
  await assert.rejects(pull(new EngineError(500, 'connection reset')), {
    name: 'UserError',
    message: "image rancher/k3s:v9 can't be pulled, tried 4 times: connection reset",
  });
  await assert.rejects(pull(new EngineError(404, 'pull access denied')), { message: /can't be pulled/ });
});

test('a bug is not made to look like the mistake of the user', async () => {
  await assert.rejects(
    ensureImage(engineWhosePull(new TypeError('x is undefined')), 'a', silentReporter, never),
    TypeError,
  );
});

/** An engine that remembers what it was asked to make and remove, and fails at one step of a creation. */
function failingEngine(failAt: string) {
  const made: string[] = [];
  const removed: string[] = [];
  const step = (name: string): void => {
    if (name === failAt) throw new EngineError(500, `no ${name} today`);
  };
  const container = (name: string): ContainerSummary => ({
    id: name,
    name,
    image: '',
    state: 'created',
    labels: {},
    ports: [],
  });
  const engine = {
    endpoint: { description: 'test', host: undefined, publishIP: '127.0.0.1' },
    system: async () => ({ cgroupVersion: 2 }),
    images: { inspect: async () => ({ id: 'x' }) },
    containers: {
      list: async (labels: readonly string[]) =>
        labels.some((label) => label.startsWith('k3d.creation.id')) ? made.map(container) : [],
      create: async ({ name }: { name: string }) => {
        step(`create ${name}`);
        made.push(name);
      },
      putFiles: async (name: string) => step(`files ${name}`),
      start: async (name: string) => step(`start ${name}`),
      remove: async (name: string) => void removed.push(name),
      logs: async () => '',
      getArchive: async () => undefined,
    },
    volumes: { list: async () => [], create: async () => step('volume') },
    networks: {
      inspect: async () => undefined,
      list: async () => [],
      create: async () => {
        step('network');
        return {
          id: 'n',
          name: 'k3d-c',
          driver: 'bridge',
          subnet: '',
          gateway: '',
          labels: {},
          created: 0,
          containers: [],
        };
      },
    },
    watch: async () => undefined,
  };
  return { engine: engine as unknown as Engine, made, removed };
}

test('a creation that fails at any step removes all that it had made, and says what failed', async () => {
  const cases: [string, RegExp][] = [
    ['network', /^network k3d-c can't be created: no network today$/],
    ['volume', /no volume today/],
    ['create k3d-c-server-0', /^container k3d-c-server-0 can't be created on test: no create/],
    ['files k3d-c-server-0', /no files/],
    ['start k3d-c-server-0', /^node k3d-c-server-0 can't be started: no start/],
    ['create k3d-c-agent-1', /^container k3d-c-agent-1 can't be created on test/],
  ];
  for (const [failAt, message] of cases) {
    const { engine, made, removed } = failingEngine(failAt);
    const config = mergeLayers({ name: 'c', agents: 2 });
    const context = { engine, reporter: silentReporter, timeline: new Timeline(), signal: never };
    await assert.rejects(createCluster(config, 'id', context), { message }, failAt);
    assert.deepEqual(removed.sort(), made.sort(), failAt);
  }
});

test('a creation is bounded, and says what it waited for', async () => {
  const { engine, made, removed } = failingEngine('nothing');
  const config = mergeLayers({ name: 'c', timeoutMs: 1000 });
  const context = { engine, reporter: silentReporter, timeline: new Timeline(), signal: never };
  await assert.rejects(createCluster(config, 'id', context), {
    name: 'UserError',
    message: 'cluster "c" was not ready within 1.0 s: still waiting for the certificates of k3d-c-server-0',
  });
  assert.deepEqual(removed, made);
});

test('a creation ends with the reason of whoever cancelled it', async () => {
  const { engine, made, removed } = failingEngine('nothing');
  const cancel = new AbortController();
  const context = { engine, reporter: silentReporter, timeline: new Timeline(), signal: cancel.signal };
  const creating = createCluster(mergeLayers({ name: 'c' }), 'id', context);
  setTimeout(() => cancel.abort(new Error('cancelled (SIGINT)')), 100);
  await assert.rejects(creating, /cancelled \(SIGINT\)/);
  assert.deepEqual(removed, made);
});

test("k3s's last words are found in a log", () => {
  assert.equal(
    fatalLine('time="x" level=info msg="a"\ntime="x" level=fatal msg="invalid \\"flag\\""\n'),
    'invalid "flag"',
  );
  assert.equal(
    fatalLine('Incorrect Usage: flag provided but not defined: -x\nmore\n'),
    'Incorrect Usage: flag provided but not defined: -x',
  );
  assert.equal(fatalLine('all is well'), undefined);
});

test('CoreDNS is waited for unless it was disabled', () => {
  assert.equal(isEnabled('coredns', ['--disable=traefik,metrics-server']), true);
  assert.equal(isEnabled('coredns', ['--disable=coredns']), false);
  assert.equal(isEnabled('coredns', ['--disable', 'traefik,coredns']), false);
  assert.equal(isEnabled('coredns', ['--node-label=x=coredns']), true);
});

test('addresses that mean "all" are reached by the loopback', () => {
  assert.equal(apiURL('0.0.0.0', 6550), 'https://127.0.0.1:6550');
  assert.equal(apiURL('10.1.2.3', 6550), 'https://10.1.2.3:6550');
  assert.equal(apiURL('fd00::1', 6550), 'https://[fd00::1]:6550');
});

test('a network that a crash left is replaced, one of a creation under way is not', async () => {
  const network = (created: number, labels: Record<string, string>) => ({
    id: 'old',
    name: 'k3d-c',
    driver: 'bridge',
    subnet: '',
    gateway: '',
    labels,
    created,
    containers: [],
  });
  const ensure = async (existing: object, config = mergeLayers({ name: 'c' })) => {
    const { engine } = failingEngine('nothing');
    const removed: string[] = [];
    engine.networks.inspect = async () => existing as never;
    engine.networks.remove = async (id) => void removed.push(id);
    const { external } = await ensureNetwork(config, 'id', engine);
    return { external, removed };
  };
  const ours = { app: 'k3d', 'k3d.creation.id': 'other' };
  assert.deepEqual(await ensure(network(0, ours)), { external: false, removed: ['old'] });
  await assert.rejects(ensure(network(Date.now(), ours)), {
    name: 'UserError',
    message: /another process is creating this cluster/,
  });
  assert.deepEqual(await ensure(network(0, { app: 'k3d' })), { external: false, removed: [] });
  assert.deepEqual(await ensure(network(0, {})), { external: true, removed: [] });
  assert.deepEqual(await ensure(network(0, ours), mergeLayers({ name: 'c', network: 'k3d-c' })), {
    external: true,
    removed: [],
  });
});

test('the first reason of the last beginning is the reason, not what follows from it', () => {
  const log = [
    'time="x" level=fatal msg="of an earlier start"',
    'time="x" level=info msg="Starting k3s v1.33.1+k3s1 (abc)"',
    'E0101 00:00:01.1 7 server.go:1] "Failed to run kubelet" err="failed to run Kubelet: no swap \\"total\\""',
    'time="x" level=error msg="kubelet exited: failed to run Kubelet"',
    'time="x" level=fatal msg="failed to create crd: context canceled"',
  ].join('\n');
  assert.equal(fatalLine(log), 'failed to run Kubelet: no swap "total"');
  assert.equal(fatalLine('level=fatal msg="x: context canceled"'), 'x: context canceled');
});

test('causes that a node tells of long before it ends are known, with what helps', () => {
  const inotify = 'E0101 x.go:144] "Failed to watch" err="error creating fsnotify watcher: too many open files"';
  assert.match(reasonIn(inotify) ?? '', /inotify.*sysctl -w fs\.inotify\.max_user_instances=/);
  assert.match(reasonIn(`${inotify}\nlevel=fatal msg="gave up"`) ?? '', /inotify.*; k3s says: gave up$/);
  assert.match(reasonIn('write /x: no space left on device') ?? '', /a disk is full.*docker system prune/);
  assert.equal(reasonIn('all is well'), undefined);
});

test('what the API server refuses for good is told from what it does not take yet', () => {
  const invalid =
    'E0101 1 kubelet_node_status.go:93] "Unable to register node with API server" err="Node \\"n\\" is invalid: metadata.labels: Invalid value: \\"ü\\"" node="n"';
  assert.equal(refusalIn(`a\n${invalid}\nb`), 'Node "n" is invalid: metadata.labels: Invalid value: "ü"');
  const early =
    '"Unable to register node with API server" err="nodes is forbidden: User x cannot create resource" node="n"';
  assert.equal(refusalIn(early), undefined);
  assert.match(
    refusalIn('level=error msg="Node password rejected, duplicate hostname or contents of x may not match"') ?? '',
    /^Node password rejected/,
  );
});
