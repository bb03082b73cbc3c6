import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import {
  docker,
  eventually,
  freePort,
  image,
  k3sVersionOf,
  LEAN,
  needed,
  oldImage,
  run,
  type Stage,
  workload,
} from '../bed.ts';
import { often, seeded, withFault } from './table.ts';

/** What a cluster ought to be after all that was done to it. */
interface Model {
  image: string;
  /** Containers of nodes, and what a file on each one's data volume says. */
  nodes: Map<string, string>;
  configMaps: Set<string>;
}

const copyOf = ({ image, nodes, configMaps }: Model): Model => ({
  image,
  nodes: new Map(nodes),
  configMaps: new Set(configMaps),
});

const NAME = 'life';
const MARK = '/var/lib/rancher/k3s/mark';
const SERVER = `k3d-${NAME}-server-0`;

/** A pod on each node, and a port that leads to them. */
const WEB = `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
        - name: web
          image: ${workload}
          command: [httpd, -f, -p, "80", -h, /etc]
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 30080 }] }
`;

/** A life of a cluster: what is done to it is chosen by chance. */
class Life {
  readonly #s: Stage;
  readonly #chance: () => number;
  readonly #env: NodeJS.ProcessEnv;
  readonly #kind: { servers: number; etcd: boolean; balancer: boolean };
  readonly #port: number;
  #model: Model = { image: oldImage, nodes: new Map(), configMaps: new Set() };
  #saved: Model | undefined;
  #count = 0;

  constructor(s: Stage, chance: () => number, port: number) {
    this.#s = s;
    this.#chance = chance;
    this.#port = port;
    this.#env = { XDG_DATA_HOME: s.folder };
    const servers = chance() < 0.3 ? 3 : 1;
    this.#kind = { servers, etcd: servers > 1 || chance() < 0.3, balancer: servers > 1 || chance() < 0.7 };
  }

  #pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#chance() * all.length)] as T;
  }

  #k3d(...args: string[]): Promise<string> {
    return this.#s.k3dOk(args, this.#env);
  }

  async #itself(...args: string[]): Promise<void> {
    const { status, stderr, stdout } = await run(needed('K3D_TEST_K3D'), args, { KUBECONFIG: this.#s.kubeconfig });
    assert.equal(status, 0, `k3d ${args.join(' ')}: ${stderr}${stdout}`);
  }

  async create(): Promise<string> {
    const { servers, etcd, balancer } = this.#kind;
    const agents = this.#pick([0, 1, 2]);
    const where = balancer ? 'loadbalancer' : 'server:0:direct';
    const args = [
      ...['--image', oldImage, '--servers', String(servers), '--agents', String(agents)],
      ...['--port', `${this.#port}:30080@${where}`],
      ...(servers === 1 && etcd ? ['--k3s-arg', '--cluster-init@server:0'] : []),
      ...(balancer ? [] : ['--no-lb']),
      ...LEAN,
    ];
    await this.#k3d('cluster', 'create', NAME, ...args);
    for (let index = 0; index < servers; index++) await this.#mark(`k3d-${NAME}-server-${index}`);
    for (let index = 0; index < agents; index++) await this.#mark(`k3d-${NAME}-agent-${index}`);
    await this.#s.kubectl('apply', '-f', this.#s.config('web.yaml', WEB));
    return `create ${args.slice(2).join(' ')}`;
  }

  async #mark(node: string): Promise<void> {
    const text = `${node} ${++this.#count}`;
    await docker('exec', node, 'sh', '-c', `echo '${text}' >${MARK}`);
    this.#model.nodes.set(node, text);
  }

  /** What can be done now, by what it is called. */
  #choices(): Record<string, () => Promise<void>> {
    const { nodes } = this.#model;
    const names = [...nodes.keys()];
    const agents = names.filter((name) => !/server|also/.test(name));
    const extra = names.filter((name) => name !== SERVER && !(this.#kind.servers > 1 && /server/.test(name)));
    const stable = names.length;
    return {
      'a ConfigMap': async () => {
        const name = `map-${++this.#count}`;
        await this.#s.kubectl('create', 'configmap', name, '--from-literal=a=b');
        this.#model.configMaps.add(name);
      },
      'stop and start': async () => {
        await this.#k3d('cluster', 'stop', NAME);
        await this.#k3d('cluster', 'start', NAME);
      },
      // k3d waits for the first server before it starts the others: with several, etcd has no quorum then.
      ...(names.filter((name) => /server|also/.test(name)).length === 1 && {
        'stop and start by k3d': async () => {
          await this.#itself('cluster', 'stop', NAME);
          await this.#itself('cluster', 'start', NAME, '--timeout', '180s');
        },
      }),
      ...(extra.length > 0 && {
        'a node stops and starts': async () => {
          const name = this.#pick(extra);
          await this.#k3d('node', 'stop', name);
          await this.#k3d('node', 'start', name);
        },
        'a node is deleted': async () => {
          const name = this.#pick(extra);
          await this.#k3d('node', 'delete', name);
          nodes.delete(name);
        },
      }),
      ...(stable < 5 && {
        'an agent is added': async () => {
          const name = `extra${++this.#count}`;
          await this.#k3d('node', 'create', name, '--cluster', NAME);
          await this.#mark(`k3d-${name}-0`);
        },
        'an agent is added by k3d': async () => {
          const name = `extra${++this.#count}`;
          await this.#itself('node', 'create', name, '--cluster', NAME, '--timeout', '180s');
          await this.#mark(`k3d-${name}-0`);
        },
      }),
      ...(this.#kind.etcd &&
        stable < 5 && {
          'a server is added': async () => {
            // Before the first one by the alphabet.
            const name = `also${++this.#count}`;
            await this.#k3d('node', 'create', name, '--cluster', NAME, '--role', 'server');
            await this.#mark(`k3d-${name}-0`);
          },
        }),
      'a snapshot is taken': async () => {
        await this.#k3d('snapshot', 'save', NAME, '--overwrite');
        this.#saved = copyOf(this.#model);
      },
      ...(this.#saved !== undefined && {
        reset: async () => {
          await this.#k3d('cluster', 'reset', NAME);
          this.#model = copyOf(this.#saved as Model);
        },
        'a copy goes on from the snapshot': async () => {
          this.#s.owns('copy');
          const kubeconfig = `${this.#s.folder}/copy.kubeconfig`;
          const env = { ...this.#env, KUBECONFIG: kubeconfig };
          await this.#s.k3dOk(['snapshot', 'restore', NAME, '--cluster', 'copy', '--no-ports'], env);
          const { stdout } = await run('kubectl', ['get', 'configmaps', '-o', 'name'], env);
          for (const name of (this.#saved as Model).configMaps) assert.match(stdout, new RegExp(`/${name}$`, 'm'));
          await this.#s.k3dOk(['cluster', 'delete', 'copy'], env);
        },
      }),
      ...(this.#model.image === oldImage && {
        upgrade: async () => {
          await this.#k3d('cluster', 'upgrade', NAME, '--image', image);
          this.#model.image = image;
        },
      }),
      ...(this.#kind.balancer && {
        'a port comes and goes': async () => {
          const port = await freePort();
          await this.#k3d('cluster', 'edit', NAME, '--port-add', `${port}:30080@loadbalancer`);
          await this.#answers(port);
          await this.#k3d('cluster', 'edit', NAME, '--port-delete', `${port}:30080@loadbalancer`);
        },
      }),
      'a node is killed and the cluster started': async () => {
        await docker('kill', this.#pick(names));
        await this.#k3d('cluster', 'start', NAME);
      },
      'a node is restarted by docker': async () => {
        await docker('restart', '--time', '1', this.#pick(agents.length > 0 ? agents : names));
      },
      'an image is imported': () => this.#k3d('image', 'import', workload, '--cluster', NAME).then(() => undefined),
    };
  }

  /** Does something. @returns what */
  async step(): Promise<string> {
    const choices = this.#choices();
    const what = this.#pick(Object.keys(choices));
    await choices[what]?.();
    return what;
  }

  async #answers(port: number): Promise<void> {
    await eventually(async (signal) => {
      const answer = await fetch(`http://127.0.0.1:${port}/hostname`, { signal, headers: { connection: 'close' } });
      assert.equal(answer.status, 200);
      return true;
    });
  }

  /** Whether the cluster is what it ought to be. */
  async check(): Promise<void> {
    const { nodes, configMaps, image: release } = this.#model;
    const version = k3sVersionOf(release);
    const expected = [...nodes.keys()].sort().map((name) => `${name} True ${version}`);
    const path =
      '{range .items[*]}{.metadata.name} {.status.conditions[?(@.type=="Ready")].status} {.status.nodeInfo.kubeletVersion}{"\\n"}{end}';
    await eventually(async () => {
      const is = await this.#s.kubectl('get', 'nodes', '-o', `jsonpath=${path}`);
      assert.deepEqual(is.trim().split('\n').sort(), expected);
      return true;
    });
    const maps = (await this.#s.kubectl('get', 'configmaps', '-o', 'name')).split('\n');
    const own = maps.filter((name) => name !== 'configmap/kube-root-ca.crt' && name !== '').sort();
    assert.deepEqual(own, [...configMaps].map((name) => `configmap/${name}`).sort());
    for (const [node, text] of nodes) assert.equal(await docker('exec', node, 'cat', MARK), text);
    const pod = await eventually(async () => {
      await this.#s.kubectl('rollout', 'status', 'daemonset/web', '--timeout=20s');
      const pods = (await this.#s.kubectl('get', 'pods', '-o', 'name')).split('\n');
      assert.equal(pods.length, nodes.size, pods.join(' '));
      return pods[0] as string;
    });
    const lookup = ['nslookup', 'kubernetes.default.svc.cluster.local'];
    await eventually(() => this.#s.kubectl('exec', pod, '--', ...lookup));
    await this.#answers(this.#port);
    const containers = (await this.#s.engine.containers.list([`k3d.cluster=${NAME}`])).map(({ name }) => name).sort();
    assert.deepEqual(containers, [...nodes.keys(), ...(this.#kind.balancer ? [`k3d-${NAME}-serverlb`] : [])].sort());
  }
}

async function live(t: TestContext, s: Stage, seed: number, steps: number): Promise<string> {
  s.owns(NAME);
  const life = new Life(s, seeded(seed), await freePort());
  const done: string[] = [];
  try {
    done.push(await life.create());
    await life.check();
    for (let count = 0; count < steps; count++) {
      const what = await life.step();
      done.push(what);
      t.diagnostic(what);
      await life.check();
    }
  } catch (error) {
    throw new Error(`seed ${seed}, after: ${done.join('; ')}: ${String(error)}`, { cause: error });
  }
  await s.k3dOk(['cluster', 'delete', NAME]);
  return 'as it ought to be';
}

/** A single server, which is quick, and much of what can be done. */
const SEED = Number(process.env.K3D_FAULTS_SEED ?? 104);

test('whatever is done to a cluster, and in whatever order, it is what it ought to be', async (t) => {
  await withFault(t, 'the life of a cluster, by chance', often(1, 5), (s, time) =>
    live(t, s, SEED + time, often(8, 15)),
  );
});
