import { frame } from './frames.ts';
import { fileOf } from './tar.ts';

/** A call of the API. */
export interface Call {
  method: string;
  /** Without the version, decoded as an engine does. */
  path: string;
  /** As it came. */
  raw: string;
  query: URLSearchParams;
  body: Buffer;
}

export interface Answer {
  status?: number;
  json?: unknown;
  bytes?: Buffer;
  /** JSON texts, a line each. */
  lines?: unknown[];
}

export interface FakeContainer {
  id: string;
  name: string;
  image: string;
  labels: Record<string, string>;
  running: boolean;
  log: string;
  /** What was asked for when it was made. */
  made: Record<string, unknown>;
  /** Archives that were put into it, in their order, with where. */
  archives: { path: string; bytes: Buffer }[];
}

/** A command that was asked for. */
export interface Exec {
  container: string;
  words: string[];
  wantsInput: boolean;
  exitCode: number | undefined;
}

/** What an engine holds. */
export interface State {
  containers: Map<string, FakeContainer>;
  volumes: Map<string, Record<string, string>>;
  networks: Map<string, { id: string; labels: Record<string, string> }>;
  /** Containers that were put on a further network. */
  connections: { network: string; container: string }[];
  /** Ids by names. */
  images: Map<string, string>;
  execs: Map<string, Exec>;
}

export const newState = (): State => ({
  containers: new Map(),
  volumes: new Map(),
  networks: new Map(),
  connections: [],
  images: new Map(),
  execs: new Map(),
});

/** A container as a test wants it. */
export function addContainer(state: State, name: string, more: Partial<FakeContainer> = {}): FakeContainer {
  const id = `${state.containers.size + 1}`.padStart(64, '0');
  const made = { id, name, image: 'image:1', labels: {}, running: true, log: '', made: {}, archives: [], ...more };
  state.containers.set(name, made);
  return made;
}

type Handler = (state: State, call: Call, names: string[]) => Answer;

const NOT_FOUND = (what: string): Answer => ({ status: 404, json: { message: `No such ${what}` } });
const parsed = (call: Call): Record<string, unknown> =>
  JSON.parse(call.body.toString() || '{}') as Record<string, unknown>;
const containerOf = (state: State, name: string): FakeContainer | undefined =>
  state.containers.get(name) ?? [...state.containers.values()].find(({ id }) => id === name);

/** Whether labels are those that a list is filtered by: `key` or `key=value` each. */
function isWanted(labels: Record<string, string>, query: URLSearchParams): boolean {
  const { label = [] } = JSON.parse(query.get('filters') ?? '{}') as { label?: string[] };
  return label.every((wanted) => {
    const [key = '', ...value] = wanted.split('=');
    return value.length === 0 ? key in labels : labels[key] === value.join('=');
  });
}

/** Runs `use` with the container that a path names. */
const withContainer =
  (use: (container: FakeContainer, state: State, call: Call) => Answer): Handler =>
  (state, call, [name = '']) => {
    const container = containerOf(state, name);
    return container === undefined ? NOT_FOUND(`container: ${name}`) : use(container, state, call);
  };

const inspected = ({ id, name, image, labels, running, made }: FakeContainer): unknown => ({
  Id: id,
  Name: `/${name}`,
  RestartCount: 0,
  Config: { Env: [], Cmd: [], Hostname: name, ...made, Image: image, Labels: labels },
  State: { Status: running ? 'running' : 'exited', Running: running, StartedAt: '2026-01-01T00:00:00Z', ExitCode: 0 },
  NetworkSettings: {
    Ports: {},
    Networks: (made.NetworkingConfig as { EndpointsConfig?: object } | undefined)?.EndpointsConfig ?? {},
  },
  HostConfig: made.HostConfig ?? {},
  Mounts: [],
});

const ROUTES: readonly [method: string, path: RegExp, Handler][] = [
  ['GET', /^\/version$/, () => ({ json: { Version: '0-fake', ApiVersion: '1.47', Os: 'linux', Arch: 'amd64' } })],
  ['GET', /^\/info$/, () => ({ json: { MemTotal: 1 << 30, NCPU: 2 } })],
  [
    'GET',
    /^\/containers\/json$/,
    ({ containers }, { query }) => ({
      json: [...containers.values()]
        .filter(({ labels }) => isWanted(labels, query))
        .map(({ id, name, image, labels, running }) => ({
          ...{ Id: id, Names: [`/${name}`], Image: image, Labels: labels, Ports: [] },
          State: running ? 'running' : 'exited',
        })),
    }),
  ],
  [
    'POST',
    /^\/containers\/create$/,
    (state, call) => {
      const name = call.query.get('name') ?? '';
      if (state.containers.has(name))
        return { status: 409, json: { message: `The name "/${name}" is already in use` } };
      const made = parsed(call) as { Image: string; Labels?: Record<string, string> };
      const { Image, Labels = {} } = made;
      const { id } = addContainer(state, name, { image: Image, labels: Labels, running: false, made });
      return { status: 201, json: { Id: id, Warnings: [] } };
    },
  ],
  ['GET', /^\/containers\/([^/]+)\/json$/, withContainer((container) => ({ json: inspected(container) }))],
  ['GET', /^\/containers\/([^/]+)\/logs$/, withContainer(({ log }) => ({ bytes: frame(1, log) }))],
  [
    'POST',
    /^\/containers\/([^/]+)\/start$/,
    withContainer((container) => (container.running ? { status: 304 } : ((container.running = true), { status: 204 }))),
  ],
  [
    'POST',
    /^\/containers\/([^/]+)\/rename$/,
    withContainer((container, { containers }, { query }) => {
      const name = query.get('name') ?? '';
      if (containers.has(name)) return { status: 409, json: { message: `The name "/${name}" is already in use` } };
      containers.delete(container.name);
      container.name = name;
      containers.set(name, container);
      return { status: 204 };
    }),
  ],
  [
    'POST',
    /^\/containers\/([^/]+)\/stop$/,
    withContainer((container) =>
      container.running ? ((container.running = false), { status: 204 }) : { status: 304 },
    ),
  ],
  [
    'DELETE',
    /^\/containers\/([^/]+)$/,
    withContainer(({ name }, state) => (state.containers.delete(name), { status: 204 })),
  ],
  [
    'PUT',
    /^\/containers\/([^/]+)\/archive$/,
    withContainer((container, _, call) => {
      container.archives.push({ path: call.query.get('path') ?? '', bytes: call.body });
      return {};
    }),
  ],
  [
    'GET',
    /^\/containers\/([^/]+)\/archive$/,
    withContainer(({ archives }, _, { query }) => {
      const bytes = fileOf(archives, query.get('path') ?? '');
      return bytes === undefined ? NOT_FOUND(`file: ${query.get('path')}`) : { bytes };
    }),
  ],
  [
    'POST',
    /^\/containers\/([^/]+)\/exec$/,
    withContainer(({ name }, state, call) => {
      const { Cmd, AttachStdin = false } = parsed(call) as { Cmd: string[]; AttachStdin?: boolean };
      const id = `exec${state.execs.size}`;
      state.execs.set(id, { container: name, words: Cmd, wantsInput: AttachStdin, exitCode: undefined });
      return { status: 201, json: { Id: id } };
    }),
  ],
  ['GET', /^\/exec\/([^/]+)\/json$/, (state, _, [id = '']) => ({ json: { ExitCode: state.execs.get(id)?.exitCode } })],
  [
    'GET',
    /^\/volumes$/,
    ({ volumes }) => ({ json: { Volumes: [...volumes].map(([Name, Labels]) => ({ Name, Labels })) } }),
  ],
  [
    'DELETE',
    /^\/volumes\/([^/]+)$/,
    ({ volumes }, _, [name = '']) => (volumes.delete(name) ? { status: 204 } : NOT_FOUND(`volume: ${name}`)),
  ],
  ['GET', /^\/networks$/, () => ({ json: [] })],
  [
    'POST',
    /^\/networks\/([^/]+)\/connect$/,
    ({ connections }, call, [network = '']) => {
      connections.push({ network, container: String(parsed(call).Container) });
      return {};
    },
  ],
  [
    'GET',
    /^\/networks\/([^/]+)$/,
    ({ networks }, _, [name = '']) => {
      const network = networks.get(name);
      if (network === undefined) return NOT_FOUND(`network: ${name}`);
      return {
        json: { Id: network.id, Name: name, Driver: 'bridge', Labels: network.labels, Created: '2026-01-01T00:00:00Z' },
      };
    },
  ],
  [
    'GET',
    /^\/images\/(.+)\/json$/,
    ({ images }, _, [name = '']) => {
      const id = images.get(name) ?? [...images.values()].find((one) => one.startsWith(`sha256:${name}`));
      return id === undefined
        ? NOT_FOUND(`image: ${name}`)
        : { json: { Id: id, RepoDigests: [], Architecture: 'amd64', Size: 1, Config: {} } };
    },
  ],
  [
    'POST',
    /^\/images\/create$/,
    ({ images }, call) => {
      const name = call.query.get('fromImage') ?? '';
      images.set(name, `sha256:${'a'.repeat(64)}`);
      const progress = { current: 50, total: 100 };
      return { lines: [{ status: 'Downloading', id: 'layer', progressDetail: progress }, { status: 'Pull complete' }] };
    },
  ],
  [
    'GET',
    /^\/images\/get$/,
    (_, call) => ({ bytes: Buffer.from(`archive of ${call.query.getAll('names').join(', ')}`) }),
  ],
];

/** What an engine answers to a call. */
export function answerOf(state: State, call: Call): Answer {
  for (const [method, path, handle] of ROUTES) {
    const match = method === call.method ? path.exec(call.path) : null;
    if (match !== null) return handle(state, call, match.slice(1).map(decodeURIComponent));
  }
  return { status: 404, json: { message: `page not found: ${call.method} ${call.path}` } };
}
