import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownCommands } from '../../../script/docs.ts';
import { buildProgram } from '../../../src/cli/program.ts';
import { runCli } from '../../../src/cli/run.ts';

/** Words that a command needs besides its flags. */
const ARGUMENTS: Readonly<Record<string, string[]>> = {
  'node create': ['new'],
  'node edit': ['k3d-x-serverlb'],
  'image import': ['busybox:1'],
  'version list': ['k3s'],
};

const WAIT = /flag --wait: expected none, nodes, system, all, or some of .*, not "maybe"/;

/** For each flag that takes a value one that is wrong, and what is said of it. Booleans are tried with "maybe". */
const WRONG: Readonly<Record<string, Readonly<Record<string, [string, RegExp]>>>> = {
  'cluster create': {
    '--config': ['none.yaml', /config file none\.yaml does not exist/],
    '--servers': ['0', /flag --servers: expected a whole number from 1 to 100, not "0"/],
    '--agents': ['x', /flag --agents: expected a whole number from 0 to 100, not "x"/],
    '--image': ['A B', /flag --image: "A B" is no image reference/],
    '--api-port': ['a:b:c', /flag --api-port: malformed API port "a:b:c"/],
    '--port': ['99999:80', /flag --port: "99999" in port "99999:80" is not a valid port/],
    '--volume': ['a:b:c:d', /flag --volume: malformed volume "a:b:c:d"/],
    '--env': ['A=b@nodes', /flag --env: malformed node filter "nodes"/],
    '--k3s-arg': [
      '--x@server[0]',
      /flag --k3s-arg: malformed node filter "server\[0\]": since k3d v5 it is written server:0/,
    ],
    '--k3s-node-label': ['a=b@agent:3', /flag --k3s-node-label: node filter "agent:3" names node 3/],
    '--runtime-label': ['app=x@all', /flag --runtime-label: label "app" is reserved/],
    '--runtime-ulimit': ['nofile', /flag --runtime-ulimit: malformed ulimit "nofile"/],
    '--host-alias': ['x', /flag --host-alias: malformed host alias "x"/],
    '--network': ['a b', /flag --network: "a b" can't be the name of a Docker network/],
    '--subnet': ['10.0.0.0/40', /flag --subnet: expected an IPv4 subnet/],
    '--token': ['a b', /flag --token: a cluster token must not be empty or have spaces/],
    '--datastore': ['mongodb', /flag --datastore: "mongodb" is no datastore/],
    '--ip-family': ['both', /flag --ip-family: "both" is unknown; known are ipv4, dual, ipv6/],
    '--local-images': ['maybe', /flag --local-images: "maybe" is unknown; known are built, all, off/],
    '--wait': ['maybe', WAIT],
    '--wait-for': ['deployment', /flag --wait-for: malformed target "deployment"/],
    '--timeout': ['soon', /flag --timeout: expected a duration such as 90s or 5m, not "soon"/],
    '--gpus': ['many', /flag --gpus: expected all, a number of GPUs, or fields .*; not "many"/],
    '--servers-memory': ['much', /flag --servers-memory: expected an amount of memory/],
    '--agents-memory': ['much', /flag --agents-memory: expected an amount of memory/],
    '--registry-create': [':5000', /flag --registry-create: malformed registry ":5000"/],
    '--registry-use': ['reg:b', /flag --registry-use: "b" in port "reg:b" is not a valid port/],
    '--ca-certificates': ['package.json', /flag --ca-certificates: there is no certificate in it: expected PEM/],
    '--registry-config': ['none.yaml', /flag --registry-config: none\.yaml can't be read/],
    '--lb-config-override': ['settings.x=1', /flag --lb-config-override: "settings\.x=1" is no setting of the load/],
  },
  'cluster apply': { '--config': ['none.yaml', /config file none\.yaml does not exist/] },
  'cluster list': { '--output': ['xml', /option '-o, --output <format>' argument 'xml' is invalid/] },
  'cluster delete': { '--config': ['none.yaml', /config file none\.yaml does not exist/] },
  'cluster start': {
    '--wait': ['maybe', WAIT],
    '--timeout': ['1ms', /flag --timeout: a timeout of 1ms is too short/],
  },
  'cluster restart': { '--wait': ['maybe', WAIT], '--timeout': ['-1s', /flag --timeout: expected a duration/] },
  'cluster wait': {
    '--wait': ['maybe', WAIT],
    '--for': ['deployment/web default', /flag --for: malformed target "deployment\/web default"/],
    '--timeout': ['soon', /flag --timeout: expected a duration/],
  },
  'cluster upgrade': {
    '--image': ['A B', /flag --image: "A B" is no image reference/],
    '--k3s-version': ['new', /flag --k3s-version: "new" is no release of k3s, channel, range or image/],
    '--parallel': ['0', /flag --parallel: expected a whole number from 1/],
    '--timeout': ['soon', /flag --timeout: expected a duration/],
    '--output': ['xml', /argument 'xml' is invalid/],
  },
  'cluster reset': {
    '--to': ['Bad_', /flag --to: "Bad_" can't be a cluster's name/],
    '--timeout': ['soon', /flag --timeout: expected a duration/],
    '--output': ['xml', /argument 'xml' is invalid/],
  },
  'cluster show': { '--output': ['xml', /argument 'xml' is invalid/] },
  'cluster diagnose': { '--output': ['/dev/null/x', /flag --output: \/dev\/null\/x can't be made: /] },
  'cluster edit': {
    '--port-add': ['x', /flag --port-add: malformed port "x"/],
    '--port-delete': ['70000', /flag --port-delete: "70000" in port "70000" is not a valid port/],
  },
  'node create': {
    '--cluster': ['http://x', /flag --cluster: "http:\/\/x" is no URL of a server/],
    '--replicas': ['0', /flag --replicas: expected a whole number from 1/],
    '--role': ['master', /flag --role: expected agent or server, not "master"/],
    '--image': ['A B', /flag --image: "A B" is no image reference/],
    '--memory': ['much', /flag --memory: expected an amount of memory/],
    '--network': ['a b', /flag --network: "a b" can't be the name/],
    '--token': ['a b', /flag --token: a cluster token/],
    '--k3s-arg': ['', /flag --k3s-arg: an argument must not be empty/],
    '--k3s-node-label': ['x=-', /flag --k3s-node-label: label "x=-" is none that Kubernetes takes/],
    '--runtime-label': ['k3d.role=x', /flag --runtime-label: label "k3d\.role" is reserved/],
    '--runtime-ulimit': ['x', /flag --runtime-ulimit: malformed ulimit/],
    '--timeout': ['soon', /flag --timeout: expected a duration/],
  },
  'node list': { '--output': ['xml', /argument 'xml' is invalid/] },
  'node edit': {
    '--port-add': ['x', /flag --port-add: malformed port "x"/],
    '--port-delete': ['x', /flag --port-delete: malformed port "x"/],
  },
  'registry create': {
    '--image': ['A B', /flag --image: "A B" is no image reference/],
    '--port': ['x', /flag --port: "x" in port "x" is not a valid port/],
    '--volume': ['a:b:c:d', /flag --volume: malformed volume/],
    '--default-network': ['a b', /flag --default-network: "a b" can't be the name/],
    '--proxy-remote-url': ['docker.io', /flag --proxy-remote-url: "docker\.io" is no URL of a registry/],
    '--proxy-username': ['u', /flag --proxy-remote-url: a proxy's user and password need the URL/],
    '--proxy-password': ['p', /flag --proxy-remote-url: a proxy's user and password need the URL/],
  },
  'registry list': { '--output': ['xml', /argument 'xml' is invalid/] },
  'image import': {
    '--cluster': ['Bad_', /flag --cluster: "Bad_" can't be a cluster's name/],
    '--mode': ['fast', /argument 'fast' is invalid/],
  },
  'image cache save': { '--cluster': ['Bad_', /flag --cluster: "Bad_" can't be a cluster's name/] },
  'image cache restore': { '--cluster': ['Bad_', /flag --cluster: "Bad_" can't be a cluster's name/] },
  'snapshot save': {
    '--cluster': ['Bad_', /flag --cluster: "Bad_" can't be a cluster's name/],
    '--file': ['', /flag --file: a path must not be empty/],
  },
  'snapshot restore': {
    '--file': ['none.tar', /none\.tar can't be read: ENOENT/],
    '--cluster': ['Bad_', /flag --cluster: "Bad_" can't be a cluster's name/],
    '--api-port': ['x', /flag --api-port: malformed API port "x"/],
    '--port': ['a:b', /flag --port: /],
    '--timeout': ['long', /flag --timeout: expected a duration/],
  },
  'snapshot list': { '--output': ['xml', /argument 'xml' is invalid/] },
  'kubeconfig merge': { '--output': ['', /flag --output: a path must not be empty/] },
  'config init': { '--output': ['/none/k3d.yaml', /\/none\/k3d\.yaml can't be written/] },
  doctor: {
    '--config': ['none.yaml', /config file none\.yaml does not exist/],
    '--output': ['xml', /argument 'xml' is invalid/],
  },
  version: { '--output': ['xml', /argument 'xml' is invalid/] },
  'version list': {
    '--format': ['x', /argument 'x' is invalid/],
    '--include': ['(', /flag --include: "\(" is no regular expression/],
    '--exclude': ['(', /flag --exclude: "\(" is no regular expression/],
    '--limit': ['x', /flag --limit: expected a whole number/],
    '--sort': ['x', /argument 'x' is invalid/],
  },
};

/** Runs the CLI here, with an engine that can't be reached: a mistake has to be found before it is asked for. */
async function run(args: string[]): Promise<{ status: number; said: string }> {
  let said = '';
  const write = process.stderr.write.bind(process.stderr);
  const before = process.env.DOCKER_HOST;
  process.env.DOCKER_HOST = 'unix:///nowhere';
  process.stderr.write = (text: string | Uint8Array) => ((said += String(text)), true);
  try {
    return { status: await runCli(args), said };
  } finally {
    process.stderr.write = write;
    if (before === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = before;
  }
}

const commands = ownCommands().filter(({ name, flags }) => name !== '' && flags.length > 0);
const isBoolean = (name: string, flag: string): boolean => {
  const words = name.split(' ');
  const command = words.reduce(
    (group, word) => group.commands.find((one) => one.name() === word) ?? group,
    buildProgram(),
  );
  return command.options.find(({ long }) => long === flag)?.flags.endsWith('[bool]') === true;
};

for (const { name, flags } of commands) {
  test(`each flag of "${name}" has a wrong value, and it is one sentence`, async () => {
    for (const flag of flags) {
      const known = WRONG[name]?.[flag];
      assert.ok(known !== undefined || isBoolean(name, flag), `${name} ${flag} has no wrong value here`);
      const [value, message] = known ?? ['maybe', /xpected true or false/];
      const { status, said } = await run([...name.split(' '), ...(ARGUMENTS[name] ?? []), `${flag}=${value}`]);
      assert.match(said, message);
      assert.match(said, /^(Error|error): [^\n]+\n$/m, `one line: ${said}`);
      assert.equal(status, 1);
    }
  });
}
