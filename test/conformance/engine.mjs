// A stand-in for the Docker Engine (API 1.44) that keeps everything in memory and runs nothing. Containers "run" as soon as
// they are started, and say in their logs what k3s, the load balancer and the registry say when they are ready.
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { basename } from 'node:path';
import { pack, unpack } from './tar.mjs';
import { Kube } from './kube.mjs';

const API = '1.44';
const K3S_VOLUMES = ['/var/lib/kubelet', '/var/lib/rancher/k3s', '/var/lib/cni', '/var/log'];
const hex = (bytes) => randomBytes(bytes).toString('hex');

const REFERENCE =
  /^([a-zA-Z0-9.-]+(:\d+)?\/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;
const LIMITS = [
  'core',
  'cpu',
  'data',
  'fsize',
  'locks',
  'memlock',
  'msgqueue',
  'nice',
  'nofile',
  'nproc',
  'rss',
  'rtprio',
  'rttime',
  'sigpending',
  'stack',
  'as',
];

class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** `docker.io/library/a:latest` for all the spellings of it. */
function canonical(reference) {
  let name = reference.replace(/^docker\.io\//, '').replace(/^library\//, '');
  if (!/[:@][^/]*$/.test(name)) name += ':latest';
  return name;
}

/** What an image is for, which decides what a container of it says. */
function kindOf(image, labels) {
  const role = labels['k3d.role'];
  if (role === 'server' || role === 'agent' || role === 'loadbalancer' || role === 'registry') return role;
  if ('k3d.loadbalancer.extra' in labels) return 'loadbalancer';
  if (/registry/.test(image)) return 'registry';
  if (/postgres/.test(image)) return 'postgres';
  if (/mysql|mariadb/.test(image)) return 'mysql';
  return 'other';
}

const LOGS = {
  server: [
    'Starting k3s',
    'Containerd is now running',
    'Running kube-apiserver --advertise-port=6443',
    'Cluster dns configmap has been set successfully',
    'Node controller sync successful',
    'k3s is up and running',
  ],
  agent: [
    'Starting k3s agent',
    'Containerd is now running',
    'Successfully registered node',
    'Node controller sync successful',
  ],
  loadbalancer: ['start worker processes'],
  registry: ['listening on [::]:5000'],
  postgres: ['database system is ready to accept connections'],
  mysql: ['ready for connections'],
  other: ['ready'],
};

const ipNumber = (ip) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const ipText = (n) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');
function range(cidr) {
  const [ip, bits] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(ipNumber(ip) / size) * size;
  return { first, last: first + size - 1, bits: Number(bits) };
}

/** An engine of its own, with nothing in it. */
export class Engine {
  /**
   * @param options.certs PEM texts: ca.crt, server.crt/.key, client.crt/.key
   * @param options.missingImages references (as regular expressions) that no registry has
   * @param options.absentImages references that have to be pulled first
   * @param options.info overrides of what `docker info` says
   * @param options.failing regular expressions on `METHOD /path`: refused with 500
   */
  constructor(options = {}) {
    this.options = options;
    this.containers = new Map();
    this.networks = new Map();
    this.volumes = new Map();
    this.images = new Map();
    this.execs = new Map();
    this.shared = new Map();
    this.kubes = new Map();
    this.listeners = new Set();
    this.requests = [];
    this.unknown = [];
    this.notes = [];
    this.nextSubnet = 18;
    this.nextPort = 32768;
    this.clock = Date.now();
    this.makeNetwork({
      Name: 'bridge',
      Driver: 'bridge',
      IPAM: { Config: [{ Subnet: '172.17.0.0/16', Gateway: '172.17.0.1' }] },
    });
    this.makeNetwork({ Name: 'host', Driver: 'host', IPAM: { Config: [] } });
    this.makeNetwork({ Name: 'none', Driver: 'null', IPAM: { Config: [] } });
    for (const network of this.networks.values()) network.predefined = true;
  }

  note(text) {
    this.notes.push(text);
  }

  // ---- networks
  makeNetwork(body) {
    const same = [...this.networks.values()].find((one) => one.Name === body.Name);
    if (same) throw new Refusal(409, `network with name ${body.Name} already exists`);
    let config = body.IPAM?.Config ?? undefined;
    if (config === undefined || config.length === 0) {
      config =
        body.Driver === 'host' || body.Driver === 'null'
          ? []
          : [{ Subnet: `172.${this.nextSubnet}.0.0/16`, Gateway: `172.${this.nextSubnet++}.0.1` }];
    } else {
      config = config.map((one) => ({ ...one }));
      for (const one of config) {
        if (!one.Subnet?.includes('.')) continue;
        const mine = range(one.Subnet);
        if (ipNumber(one.Subnet.split('/')[0]) !== mine.first)
          throw new Refusal(
            400,
            `invalid network config: invalid subnet ${one.Subnet}: it should be ${ipText(mine.first)}/${mine.bits}`,
          );
        for (const other of this.networks.values())
          for (const { Subnet } of other.IPAM.Config) {
            const theirs = range(Subnet);
            if (mine.first <= theirs.last && theirs.first <= mine.last)
              throw new Refusal(403, 'invalid pool request: Pool overlaps with other one on this address space');
          }
        one.Gateway ??= ipText(mine.first + 1);
      }
    }
    const network = {
      Name: body.Name,
      Id: hex(32),
      Created: new Date().toISOString(),
      Scope: 'local',
      Driver: body.Driver || 'bridge',
      EnableIPv4: true,
      EnableIPv6: false,
      IPAM: { Driver: 'default', Options: null, Config: config },
      Internal: false,
      Attachable: false,
      Ingress: false,
      ConfigFrom: { Network: '' },
      ConfigOnly: false,
      Options: body.Options ?? {},
      Labels: body.Labels ?? {},
      given: {
        Options: body.Options ?? {},
        IPAM: body.IPAM?.Config ?? null,
        Internal: body.Internal ?? false,
        EnableIPv6: body.EnableIPv6 ?? false,
      },
    };
    this.networks.set(network.Id, network);
    return network;
  }

  findNetwork(name) {
    const found =
      this.networks.get(name) ??
      [...this.networks.values()].find((one) => one.Name === name) ??
      (name.length >= 12 ? [...this.networks.values()].find((one) => one.Id.startsWith(name)) : undefined);
    if (!found) throw new Refusal(404, `network ${name} not found`);
    return found;
  }

  membersOf(network) {
    return [...this.containers.values()].filter((one) => one.State === 'running' && one.networks[network.Name]);
  }

  showNetwork(network) {
    const { given, predefined, ...rest } = network;
    const bits = network.IPAM.Config[0]?.Subnet.split('/')[1];
    const Containers = Object.fromEntries(
      this.membersOf(network).map((one) => {
        const ip = one.networks[network.Name].IPAddress;
        return [
          one.Id,
          {
            Name: one.Name,
            EndpointID: hex(32),
            MacAddress: '02:42:ac:12:00:02',
            IPv4Address: ip ? `${ip}/${bits}` : '',
            IPv6Address: '',
          },
        ];
      }),
    );
    return { ...rest, Containers };
  }

  address(network, container) {
    if (network.IPAM.Config.length === 0) return '';
    const settings = container.networks[network.Name];
    const taken = new Set(
      this.membersOf(network)
        .filter((one) => one !== container)
        .map((one) => one.networks[network.Name].IPAddress),
    );
    for (const one of this.containers.values())
      if (one !== container) {
        const fixed = one.networks[network.Name]?.IPAMConfig?.IPv4Address;
        if (fixed) taken.add(fixed);
      }
    taken.add(network.IPAM.Config[0].Gateway);
    const wanted = settings.IPAMConfig?.IPv4Address;
    const { first, last } = range(network.IPAM.Config[0].Subnet);
    if (wanted) {
      if (ipNumber(wanted) < first || ipNumber(wanted) > last)
        throw new Refusal(400, `invalid endpoint settings: no configured subnet contains IP address ${wanted}`);
      const holder = this.membersOf(network).find(
        (one) => one !== container && one.networks[network.Name].IPAddress === wanted,
      );
      if (holder) throw new Refusal(403, 'Address already in use');
      return wanted;
    }
    // Addresses that nobody asked for come from the range, if there is one.
    const pool = network.IPAM.Config[0].IPRange
      ? range(network.IPAM.Config[0].IPRange)
      : { first: first + 1, last: last - 1 };
    for (let n = pool.first; n <= pool.last; n++) if (!taken.has(ipText(n))) return ipText(n);
    throw new Refusal(
      500,
      `no available IPv4 addresses on this network's address pools: ${network.Name} (${network.Id})`,
    );
  }

  // ---- containers
  find(name) {
    const bare = name.replace(/^\//, '');
    const found =
      this.containers.get(bare) ??
      [...this.containers.values()].find((one) => one.Name === bare) ??
      (bare.length >= 12 && /^[0-9a-f]+$/.test(bare)
        ? [...this.containers.values()].find((one) => one.Id.startsWith(bare))
        : undefined);
    if (!found) throw new Refusal(404, `No such container: ${name}`);
    return found;
  }

  k3sNodes(cluster) {
    return [...this.containers.values()].filter(
      (one) => (one.kind === 'server' || one.kind === 'agent') && one.labels['k3d.cluster'] === cluster,
    );
  }

  hasImage(reference) {
    const name = canonical(reference);
    if (this.images.has(name)) return true;
    const absent = [...(this.options.missingImages ?? []), ...(this.options.absentImages ?? [])];
    return !absent.some((pattern) => new RegExp(pattern).test(reference));
  }

  makeContainer(name, body) {
    const host = body.HostConfig ?? {};
    if (name && !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name))
      throw new Refusal(400, `Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
    if (name && [...this.containers.values()].some((one) => one.Name === name))
      throw new Refusal(
        409,
        `Conflict. The container name "/${name}" is already in use by container "${this.find(name).Id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    if (!body.Image) throw new Refusal(400, 'no image');
    if (!REFERENCE.test(body.Image)) throw new Refusal(400, 'invalid reference format');
    if (!this.hasImage(body.Image)) throw new Refusal(404, `No such image: ${canonical(body.Image)}`);
    if (host.Memory && host.Memory < 6 * 1024 * 1024) throw new Refusal(400, 'Minimum memory limit allowed is 6MB');
    for (const entry of body.Env ?? [])
      if (entry === '' || entry.startsWith('=')) throw new Refusal(400, `invalid environment variable: ${entry}`);
    for (const entry of host.ExtraHosts ?? []) {
      const [, name, ip] = /^([^:=]+)[:=](.+)$/.exec(entry) ?? [];
      if (name === undefined) throw new Refusal(400, `bad format for add-host: "${entry}"`);
      if (ip !== 'host-gateway' && isIP(ip.replace(/^\[|\]$/g, '')) === 0)
        throw new Refusal(400, `invalid IP address in add-host: "${ip}"`);
    }
    const labels = body.Labels ?? {};
    const kind = kindOf(body.Image, labels);
    const mounts = [];
    for (const bind of host.Binds ?? []) {
      const parts = bind.split(':');
      if (parts.length > 3 || parts.some((part) => part === ''))
        throw new Refusal(400, `invalid volume specification: '${bind}'`);
      const [source, target, mode = ''] = parts.length === 1 ? ['', parts[0]] : parts;
      if (parts.length === 1) {
        mounts.push({ Type: 'volume', Name: hex(32), Destination: target, anonymous: true, RW: true, Mode: '' });
        continue;
      }
      if (!target.startsWith('/'))
        throw new Refusal(
          400,
          `invalid volume specification: '${bind}': invalid mount config for type "bind": invalid mount path: '${target}' mount path must be absolute`,
        );
      if (target === '/')
        throw new Refusal(
          400,
          `invalid volume specification: '${bind}': invalid specification: destination can't be '/'`,
        );
      for (const word of mode.split(','))
        if (word && !/^(ro|rw|z|Z|nocopy|consistent|cached|delegated|r?(shared|slave|private))$/.test(word))
          throw new Refusal(400, `invalid mode: ${mode}`);
      if (mounts.some((one) => one.Destination === target)) throw new Refusal(400, `Duplicate mount point: ${target}`);
      const RW = !/(^|,)ro(,|$)/.test(mode);
      if (source.startsWith('/'))
        mounts.push({
          Type: 'bind',
          Source: source,
          Destination: target,
          Mode: mode,
          RW,
          Propagation: /(r?(?:shared|slave|private))/.exec(mode)?.[1] ?? 'rprivate',
        });
      else {
        if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(source))
          throw new Refusal(
            400,
            `create ${source}: "${source}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
          );
        if (!this.volumes.has(source)) this.volumes.set(source, this.volume(source, {}, 'by a container'));
        mounts.push({
          Type: 'volume',
          Name: source,
          Source: `/var/lib/docker/volumes/${source}/_data`,
          Destination: target,
          Mode: mode || 'z',
          RW,
        });
      }
    }
    for (const mount of host.Mounts ?? []) {
      mounts.push({
        Type: mount.Type,
        Name: mount.Type === 'volume' ? mount.Source || hex(32) : undefined,
        Source: mount.Type === 'bind' ? mount.Source : undefined,
        Destination: mount.Target,
        anonymous: mount.Type === 'volume' && !mount.Source,
        RW: !mount.ReadOnly,
        Mode: '',
      });
    }
    const own = kind === 'server' || kind === 'agent' ? K3S_VOLUMES : kind === 'registry' ? ['/var/lib/registry'] : [];
    for (const path of own)
      if (!mounts.some((one) => one.Destination === path))
        mounts.push({ Type: 'volume', Name: hex(32), Destination: path, anonymous: true, RW: true, Mode: '' });

    const mode = !host.NetworkMode || host.NetworkMode === 'default' ? 'bridge' : host.NetworkMode;
    const endpoints = body.NetworkingConfig?.EndpointsConfig ?? {};
    const wanted = Object.keys(endpoints).length > 0 ? endpoints : { [mode]: {} };
    const networks = {};
    for (const [key, settings] of Object.entries(wanted)) {
      // What is not there is noticed at the start.
      const network = [...this.networks.values()].find((one) => one.Name === key || one.Id === key) ?? {
        Name: key,
        Id: '',
        IPAM: { Config: [] },
      };
      networks[network.Name] = { ...(settings ?? {}), NetworkID: network.Id, IPAddress: '' };
      const fixed = settings?.IPAMConfig?.IPv4Address;
      if (fixed && network.IPAM.Config[0]) {
        const { first, last } = range(network.IPAM.Config[0].Subnet);
        if (ipNumber(fixed) < first || ipNumber(fixed) > last)
          throw new Refusal(
            400,
            `invalid config for network ${key}: invalid endpoint settings:\nno configured subnet or ip-range contain the IP address ${fixed}`,
          );
      }
    }
    for (const [key, bindings] of Object.entries(host.PortBindings ?? {})) {
      if (!/^\d+(-\d+)?(\/(tcp|udp|sctp))?$/.test(key)) throw new Refusal(400, `invalid port specification: "${key}"`);
      for (const { HostPort = '', HostIp = '' } of bindings ?? []) {
        if (HostPort && !/^\d+(-\d+)?$/.test(HostPort))
          throw new Refusal(400, `invalid port specification: "${HostPort}"`);
        if (HostPort.split('-').some((port) => Number(port) > 65535))
          throw new Refusal(400, `invalid port specification: "${HostPort}"`);
        if (HostIp && !/^[\d.]+$|:/.test(HostIp)) throw new Refusal(400, `invalid HostIP in PortBindings: ${HostIp}`);
      }
    }
    const container = {
      Id: hex(32),
      Name: name || `nameless_${hex(4)}`,
      Created: new Date(this.tick()).toISOString(),
      State: 'created',
      startedAt: 0,
      finishedAt: 0,
      ExitCode: 0,
      spec: body,
      host,
      labels,
      kind,
      mounts,
      networks,
      files: new Map(),
      logs: [],
      followers: new Set(),
      ports: {},
      servers: [],
      made: this.containers.size,
    };
    this.containers.set(container.Id, container);
    this.emit('create', container);
    return container;
  }

  tick() {
    this.clock = Math.max(this.clock + 1, Date.now());
    return this.clock;
  }

  say(container, text) {
    const line = { t: this.tick(), text };
    container.logs.push(line);
    for (const follower of container.followers) follower(line);
  }

  emit(action, container, extra = {}) {
    const event = {
      Type: 'container',
      Action: action,
      Actor: {
        ID: container.Id,
        Attributes: { ...container.labels, name: container.Name, image: container.spec.Image, ...extra },
      },
      time: Math.floor(Date.now() / 1000),
      timeNano: Date.now() * 1e6,
    };
    for (const listener of this.listeners) listener(event);
  }

  takePort(container, key, { HostIp = '', HostPort = '' }) {
    const protocol = key.split('/')[1] ?? 'tcp';
    const taken = new Set();
    for (const other of this.containers.values()) {
      if (other.State !== 'running' && other !== container) continue;
      for (const [theirs, bindings] of Object.entries(other.ports))
        for (const one of bindings ?? []) {
          const any = (ip) => ip === '' || ip === '0.0.0.0' || ip === '::';
          if ((theirs.split('/')[1] ?? 'tcp') === protocol && (any(HostIp) || any(one.HostIp) || HostIp === one.HostIp))
            taken.add(Number(one.HostPort));
        }
    }
    const [from, to = from] = HostPort === '' || HostPort === '0' ? [] : HostPort.split('-').map(Number);
    if (from === undefined) {
      while (taken.has(this.nextPort)) this.nextPort++;
      return String(this.nextPort++);
    }
    for (let port = from; port <= to; port++) if (!taken.has(port)) return String(port);
    throw new Refusal(
      500,
      `driver failed programming external connectivity on endpoint ${container.Name}: Bind for ${HostIp || '0.0.0.0'}:${from} failed: port is already allocated`,
    );
  }

  start(container) {
    if (container.State === 'running') return false;
    if ((container.spec.Hostname ?? '').length > 63)
      throw new Refusal(500, `failed to create task for container: sethostname: invalid argument: unknown`);
    for (const { Name, Soft, Hard } of container.host.Ulimits ?? []) {
      if (!LIMITS.includes(Name))
        throw new Refusal(
          500,
          `failed to create task for container: invalid rlimit type: RLIMIT_${Name.toUpperCase()}: unknown`,
        );
      if (Hard !== -1 && (Soft > Hard || Soft === -1))
        throw new Refusal(
          500,
          `failed to create task for container: error setting rlimit type: invalid argument: unknown`,
        );
    }
    for (const pattern of this.options.failingStarts ?? [])
      if (new RegExp(pattern).test(container.Name))
        throw new Refusal(
          500,
          `failed to create task for container: ${container.Name}: no such file or directory: unknown`,
        );
    for (const mount of container.mounts)
      if (mount.Type === 'bind' && this.options.onBind) this.options.onBind(mount.Source);
    const onHost = 'host' in container.networks;
    try {
      return this.startWith(container, onHost);
    } catch (error) {
      container.ports = {};
      throw error;
    }
  }

  startWith(container, onHost) {
    const given = {};
    for (const [name, settings] of Object.entries(container.networks))
      given[name] = this.address(this.findNetwork(name), container) || '';
    const ports = {};
    if (!onHost) {
      container.ports = ports;
      for (const [key, bindings] of Object.entries(container.host.PortBindings ?? {})) {
        const full = key.includes('/') ? key : `${key}/tcp`;
        for (const binding of bindings?.length ? bindings : [{ HostIp: '', HostPort: '' }])
          (ports[full] ??= []).push({
            HostIp: binding.HostIp || '0.0.0.0',
            HostPort: this.takePort(container, full, binding),
          });
      }
    }
    for (const [name, ip] of Object.entries(given)) {
      const network = this.findNetwork(name);
      Object.assign(container.networks[name], {
        IPAddress: ip,
        Gateway: network.IPAM.Config[0]?.Gateway ?? '',
        IPPrefixLen: Number(network.IPAM.Config[0]?.Subnet.split('/')[1] ?? 0),
        EndpointID: hex(32),
        MacAddress: '',
      });
    }
    container.State = 'running';
    container.startedAt = this.tick();
    container.ports = ports;
    this.boot(container);
    this.emit('start', container);
    return true;
  }

  /** What a program does when it comes up. */
  boot(container) {
    const { files, kind, labels } = container;
    const ip = Object.values(container.networks)[0]?.IPAddress ?? '';
    if (!files.has('/etc/hosts'))
      files.set('/etc/hosts', {
        mode: 0o644,
        content: Buffer.from(`127.0.0.1\tlocalhost\n${ip}\t${container.spec.Hostname ?? ''}\n`),
      });
    const words = container.spec.Cmd ?? [];
    const wrong = words.find((word, at) => words[at - 1] === '--node-label' && !word.includes('='));
    if (wrong !== undefined && (kind === 'server' || kind === 'agent')) {
      this.say(container, `level=fatal msg="kubelet exited: malformed pair, expect string=string: ${wrong}"`);
      setTimeout(() => this.halt(container, 1), 50);
      return;
    }
    const crash = (this.options.crashing ?? []).some((pattern) => new RegExp(pattern).test(container.Name));
    if (crash) {
      this.say(container, 'level=fatal msg="starting kubernetes: preparing server: bad flag"');
      setTimeout(() => this.halt(container, 1), 50);
      return;
    }
    const silent = (this.options.silent ?? []).some((pattern) => new RegExp(pattern).test(container.Name));
    container.answers = kind === 'server' && !silent;
    if (kind === 'server') {
      const { certs } = this.options;
      const b64 = (name) => Buffer.from(certs[name]).toString('base64');
      const put = (path, content) => files.set(path, { mode: 0o600, content: Buffer.from(content) });
      put(
        '/output/kubeconfig.yaml',
        `apiVersion: v1\nclusters:\n- cluster:\n    certificate-authority-data: ${b64('ca.crt')}\n    server: https://127.0.0.1:6443\n  name: default\ncontexts:\n- context:\n    cluster: default\n    user: default\n  name: default\ncurrent-context: default\nkind: Config\npreferences: {}\nusers:\n- name: default\n  user:\n    client-certificate-data: ${b64('client.crt')}\n    client-key-data: ${b64('client.key')}\n`,
      );
      put('/var/lib/rancher/k3s/server/tls/server-ca.crt', certs['ca.crt']);
      put('/var/lib/rancher/k3s/server/tls/client-admin.crt', certs['client.crt']);
      put('/var/lib/rancher/k3s/server/tls/client-admin.key', certs['client.key']);
      if (!files.has('/var/lib/rancher/k3s/server/manifests/coredns.yaml'))
        put(
          '/var/lib/rancher/k3s/server/manifests/coredns.yaml',
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: coredns\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: coredns\ndata:\n  Corefile: "."\n  NodeHosts: |\n    %{NODE_HOSTS}%\n',
        );
    }
    if (!silent)
      for (const text of LOGS[kind]) this.say(container, `time="${new Date().toISOString()}" level=info msg="${text}"`);
    const cluster = labels['k3d.cluster'];
    if (cluster && (kind === 'server' || kind === 'loadbalancer')) {
      const where =
        'host' in container.networks ? [{ HostIp: '0.0.0.0', HostPort: '6443' }] : (container.ports['6443/tcp'] ?? []);
      if (!this.kubes.has(cluster)) this.kubes.set(cluster, new Kube(this, cluster));
      for (const { HostIp, HostPort } of where)
        container.servers.push(this.kubes.get(cluster).listen(HostIp, Number(HostPort), this.options.certs));
    }
    if (kind === 'other' && container.spec.Cmd?.[0] === 'sh' && /\[ -d /.test(container.spec.Cmd[2] ?? ''))
      setTimeout(() => this.halt(container, 0), 5);
  }

  halt(container, code = 0) {
    if (container.State !== 'running') return false;
    container.State = 'exited';
    container.ExitCode = code;
    container.finishedAt = this.tick();
    container.ports = {};
    for (const settings of Object.values(container.networks))
      Object.assign(settings, { IPAddress: '', Gateway: '', EndpointID: '' });
    for (const server of container.servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
    for (const follower of container.followers) follower(undefined);
    container.followers.clear();
    this.emit('die', container, { exitCode: String(code) });
    for (const done of container.waiters?.splice(0) ?? []) done();
    return true;
  }

  remove(container, { force, v }) {
    if (container.State === 'running' && !force)
      throw new Refusal(
        409,
        `cannot remove container "/${container.Name}": container is running: stop the container before removing or force remove`,
      );
    this.halt(container, 137);
    this.containers.delete(container.Id);
    if (!v)
      for (const mount of container.mounts)
        if (mount.anonymous) this.volumes.set(mount.Name, this.volume(mount.Name, {}, 'left anonymous'));
    this.emit('destroy', container);
  }

  volume(name, labels, how) {
    return {
      Name: name,
      Driver: 'local',
      Mountpoint: `/var/lib/docker/volumes/${name}/_data`,
      Labels: labels,
      Options: {},
      Scope: 'local',
      CreatedAt: new Date().toISOString(),
      how,
    };
  }

  users(volume) {
    return [...this.containers.values()].filter((one) => one.mounts.some((mount) => mount.Name === volume));
  }

  showContainer(c) {
    const time = (t) => (t ? new Date(t).toISOString().replace(/(\.\d+)Z/, '$1000000Z') : '0001-01-01T00:00:00Z');
    const command = [...(c.spec.Entrypoint ?? ['/bin/k3s']), ...(c.spec.Cmd ?? [])];
    return {
      Id: c.Id,
      Name: `/${c.Name}`,
      Created: c.Created,
      Path: command[0],
      Args: command.slice(1),
      Image: `sha256:${c.Id}`,
      RestartCount: 0,
      Driver: 'overlay2',
      Platform: 'linux',
      ResolvConfPath: '',
      HostnamePath: '',
      HostsPath: '',
      LogPath: '',
      State: {
        Status: c.State,
        Running: c.State === 'running',
        Paused: false,
        Restarting: false,
        OOMKilled: false,
        Dead: false,
        Pid: c.State === 'running' ? 1 : 0,
        ExitCode: c.ExitCode,
        Error: '',
        StartedAt: time(c.startedAt),
        FinishedAt: time(c.finishedAt),
      },
      Config: {
        Hostname: c.spec.Hostname ?? c.Id.slice(0, 12),
        Env: c.spec.Env ?? [],
        Cmd: c.spec.Cmd ?? null,
        Image: c.spec.Image,
        Labels: c.labels,
        Entrypoint: c.spec.Entrypoint ?? null,
        ExposedPorts: c.spec.ExposedPorts ?? {},
        Volumes: c.spec.Volumes ?? null,
        Tty: false,
        OpenStdin: false,
        Healthcheck: c.spec.Healthcheck,
      },
      HostConfig: {
        RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
        ...c.host,
        Binds: c.host.Binds ?? null,
        PortBindings: c.host.PortBindings ?? {},
        Memory: c.host.Memory ?? 0,
      },
      Mounts: c.mounts.map(({ anonymous, ...mount }) => ({
        Driver: mount.Type === 'volume' ? 'local' : undefined,
        Source: '',
        ...mount,
      })),
      NetworkSettings: {
        Ports: c.State === 'running' ? c.ports : {},
        Networks: Object.fromEntries(
          Object.entries(c.networks).map(([name, s]) => [
            name,
            { IPAMConfig: null, Links: null, Aliases: null, GlobalIPv6Address: '', ...s },
          ]),
        ),
        IPAddress: '',
      },
    };
  }

  listContainer(c) {
    const Ports = Object.entries(c.ports).flatMap(([key, bindings]) =>
      (bindings ?? []).map((one) => ({
        IP: one.HostIp,
        PrivatePort: Number(key.split('/')[0]),
        PublicPort: Number(one.HostPort),
        Type: key.split('/')[1],
      })),
    );
    return {
      Id: c.Id,
      Names: [`/${c.Name}`],
      Image: c.spec.Image,
      ImageID: `sha256:${c.Id}`,
      Command: (c.spec.Cmd ?? []).join(' '),
      Created: Math.floor(Date.parse(c.Created) / 1000),
      Ports,
      Labels: c.labels,
      State: c.State,
      Status:
        c.State === 'running'
          ? 'Up 2 seconds'
          : c.State === 'created'
            ? 'Created'
            : `Exited (${c.ExitCode}) 1 second ago`,
      HostConfig: { NetworkMode: c.host.NetworkMode ?? 'default' },
      NetworkSettings: { Networks: this.showContainer(c).NetworkSettings.Networks },
      Mounts: this.showContainer(c).Mounts,
    };
  }

  // ---- commands in containers
  run(container, command, stdin) {
    const text = command.join(' ');
    for (const { match, exitCode = 0, stdout = '', stderr = '' } of this.options.execs ?? [])
      if (new RegExp(match).test(text)) return { exitCode, stdout, stderr };
    const file = (path) => container.files.get(path)?.content.toString('utf8');
    let found;
    if (command[0] === 'cat' && command.length === 2)
      return file(command[1]) === undefined
        ? { exitCode: 1, stdout: '', stderr: `cat: can't open '${command[1]}'` }
        : { exitCode: 0, stdout: file(command[1]), stderr: '' };
    if ((found = /^sh -c echo '([^']*)' >> (\/\S+)$/.exec(text))) {
      container.files.set(found[2], { mode: 0o644, content: Buffer.from(`${file(found[2]) ?? ''}${found[1]}\n`) });
      return { exitCode: 0, stdout: '', stderr: '' };
    }
    if ((found = /^sh -c cat (\/\S+) > (\/\S+)$/.exec(text))) {
      container.files.set(found[2], { mode: 0o644, content: Buffer.from(file(found[1]) ?? '') });
      if (found[1].startsWith('/tmp/')) container.files.delete(found[1]);
      return { exitCode: 0, stdout: '', stderr: '' };
    }
    if (/getent ahostsv4/.test(text))
      return { exitCode: 0, stdout: '192.168.65.254  STREAM host.docker.internal\n', stderr: '' };
    if (/^crictl images/.test(text))
      return {
        exitCode: 0,
        stdout: JSON.stringify({
          images: (container.imported ?? []).map((name, at) => ({
            id: `sha256:${at}`,
            repoTags: [name],
            repoDigests: [],
            size: '1',
          })),
        }),
        stderr: '',
      };
    if (command[0] === 'sh' && command[2] === 'cat >"$0"') this.shared.set(command[3], stdin);
    if (/k3d-tools$/.test(command[0]) && command[1] === 'save-image')
      this.shared.set(command[3], imageArchive(command.slice(4)));
    if (command[0] === 'rm' && command[1] === '-f') for (const path of command.slice(2)) this.shared.delete(path);
    if (/^ctr .*images? import/.test(text)) {
      const path = command.at(-1);
      const archive = path === '-' ? stdin : this.shared.get(path);
      if (archive === undefined)
        return { exitCode: 1, stdout: '', stderr: `ctr: open ${path}: no such file or directory` };
      const manifest = unpack(archive).find(({ name }) => name === 'manifest.json');
      if (manifest === undefined) return { exitCode: 1, stdout: '', stderr: 'ctr: unrecognized image format' };
      const names = JSON.parse(manifest.content.toString('utf8')).flatMap(({ RepoTags }) => RepoTags ?? []);
      container.imported = [...new Set([...(container.imported ?? []), ...names.map(inContainerd)])];
    }
    return { exitCode: 0, stdout: '', stderr: '' };
  }

  // ---- HTTP
  record(method, path, body) {
    if (method !== 'GET' && method !== 'HEAD') this.requests.push({ method, path, body });
  }

  close() {
    for (const c of this.containers.values())
      for (const server of c.servers) {
        server.close();
        server.closeAllConnections();
      }
    this.server?.close();
    this.server?.closeAllConnections();
  }

  listen(path) {
    this.server = http.createServer((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        this.serve(request, response, Buffer.concat(chunks)).catch((error) => {
          if (!(error instanceof Refusal)) this.note(`${request.method} ${request.url}: ${error.stack}`);
          if (!response.headersSent) json(response, error.status ?? 500, { message: error.message });
          else response.end();
        });
      });
    });
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    return new Promise((resolve) => this.server.listen(path, resolve));
  }

  /** The start of a command: the rest of the connection is its input and output. */
  upgrade(request, socket, head) {
    const id = /\/exec\/([^/]+)\/start/.exec(request.url)?.[1];
    const exec = this.execs.get(id);
    socket.on('error', () => undefined);
    if (!exec) return void socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
    const skip = Number(request.headers['content-length'] ?? 0);
    let input = Buffer.from(head);
    let begun = false;
    const finish = () => {
      if (exec.done) return;
      const { exitCode, stdout, stderr } = this.run(exec.container, exec.spec.Cmd, input);
      Object.assign(exec, { done: true, ExitCode: exitCode, Running: false });
      for (const [stream, text] of [
        [1, stdout],
        [2, stderr],
      ])
        if (text !== '') socket.write(exec.spec.Tty ? text : frame(stream, text));
      socket.end();
    };
    const look = () => {
      if (begun || input.length < skip) return;
      begun = true;
      input = input.subarray(skip);
      socket.write(
        'HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n',
      );
      if (!exec.spec.AttachStdin) finish();
      else {
        // k3d copies its input and never closes its half: what has not come for a while has ended.
        exec.idle = setTimeout(finish, 400);
      }
    };
    socket.on('data', (chunk) => {
      input = Buffer.concat([input, chunk]);
      look();
      exec.idle?.refresh?.();
    });
    socket.on('end', () => begun && finish());
    look();
  }

  async serve(request, response, raw) {
    const { pathname, searchParams: query } = new URL(request.url, 'http://x');
    const path = decodeURIComponent(pathname).replace(/^\/v\d+\.\d+/, '');
    const method = request.method;
    const isJson = (request.headers['content-type'] ?? '').includes('json');
    const body = isJson && raw.length ? JSON.parse(raw.toString('utf8')) : {};
    const filters = query.get('filters') ? JSON.parse(query.get('filters')) : {};
    const filter = (key) => (Array.isArray(filters[key]) ? filters[key] : Object.keys(filters[key] ?? {}));
    const byLabel = (labels) =>
      filter('label').every((want) => {
        const at = want.indexOf('=');
        return at === -1 ? want in labels : labels[want.slice(0, at)] === want.slice(at + 1);
      });
    const byName = (name) =>
      filter('name').length === 0 ||
      filter('name').some((want) => {
        try {
          return new RegExp(want).test(name);
        } catch {
          throw new Refusal(400, `invalid filter 'name=${want}'`);
        }
      });
    const flag = (key) => /^(1|true)$/i.test(query.get(key) ?? '');
    const done = (status = 204) => {
      response.writeHead(status);
      response.end();
    };
    this.record(method, path, body);
    for (const { match, status = 500, message = 'something went wrong', times = Infinity } of this.options.failing ??
      []) {
      const key = `failed ${match}`;
      if (new RegExp(match).test(`${method} ${path}`) && (this[key] ?? 0) < times) {
        this[key] = (this[key] ?? 0) + 1;
        throw new Refusal(status, message);
      }
    }
    response.setHeader('Api-Version', API);
    response.setHeader('Ostype', 'linux');
    response.setHeader('Docker-Experimental', 'false');
    let m;
    if (path === '/_ping') {
      response.writeHead(200, { 'content-type': 'text/plain' });
      return void response.end(method === 'HEAD' ? undefined : 'OK');
    }
    if (path === '/version')
      return json(response, 200, {
        Version: '27.5.1',
        ApiVersion: API,
        MinAPIVersion: '1.24',
        Os: 'linux',
        Arch: 'amd64',
        GoVersion: 'go1.22',
        KernelVersion: '6.8.0',
        Components: [],
      });
    if (path === '/info')
      return json(response, 200, {
        ID: 'x',
        Name: 'paper',
        ServerVersion: '27.5.1',
        OperatingSystem: 'Ubuntu 24.04 LTS',
        OSType: 'linux',
        Architecture: 'x86_64',
        KernelVersion: '6.8.0',
        NCPU: 2,
        MemTotal: 8e9,
        CgroupVersion: '2',
        CgroupDriver: 'cgroupfs',
        Driver: 'overlay2',
        DriverStatus: [
          ['Backing Filesystem', 'extfs'],
          ['Supports d_type', 'true'],
        ],
        DockerRootDir: '/var/lib/docker',
        SecurityOptions: ['name=seccomp,profile=builtin'],
        Warnings: null,
        ...this.options.info,
      });

    // containers
    if (path === '/containers/json') {
      let found = [...this.containers.values()].filter((c) => byLabel(c.labels) && byName(`/${c.Name}`));
      if (!flag('all')) found = found.filter((c) => c.State === 'running');
      if (filter('status').length) found = found.filter((c) => filter('status').includes(c.State));
      return json(
        response,
        200,
        found.reverse().map((c) => this.listContainer(c)),
      );
    }
    if (path === '/containers/create')
      return json(response, 201, { Id: this.makeContainer(query.get('name') ?? '', body).Id, Warnings: [] });
    if ((m = /^\/containers\/([^/]+)$/.exec(path)) && method === 'DELETE') {
      this.remove(this.find(m[1]), { force: flag('force'), v: flag('v') });
      return done();
    }
    if ((m = /^\/containers\/([^/]+)\/([a-z]+)$/.exec(path))) {
      const container = this.find(m[1]);
      switch (m[2]) {
        case 'json':
          return json(response, 200, this.showContainer(container));
        case 'start':
          return done(this.start(container) ? 204 : 304);
        case 'stop':
          return done(this.halt(container, 0) ? 204 : 304);
        case 'kill':
          this.halt(container, 137);
          return done();
        case 'restart':
          this.halt(container, 0);
          this.start(container);
          return done();
        case 'pause':
        case 'unpause':
        case 'resize':
          return done();
        case 'update':
          Object.assign(container.host, body);
          return json(response, 200, { Warnings: [] });
        case 'rename': {
          const name = query.get('name');
          if ([...this.containers.values()].some((one) => one.Name === name))
            throw new Refusal(409, `Conflict. The container name "/${name}" is already in use`);
          container.Name = name;
          return done();
        }
        case 'wait': {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.flushHeaders();
          const end = () => response.end(JSON.stringify({ StatusCode: container.ExitCode }));
          if (container.State === 'exited') return end();
          (container.waiters ??= []).push(end);
          return;
        }
        case 'logs':
          return this.logs(container, query, response);
        case 'archive':
          return this.archive(container, method, query.get('path'), raw, response);
        case 'exec': {
          if (container.State !== 'running') throw new Refusal(409, `container ${container.Id} is not running`);
          const id = hex(32);
          this.execs.set(id, { container, spec: body, Running: false, ExitCode: null });
          return json(response, 201, { Id: id });
        }
      }
    }
    if ((m = /^\/exec\/([^/]+)\/(json|start|resize)$/.exec(path))) {
      const exec = this.execs.get(m[1]);
      if (!exec) throw new Refusal(404, `No such exec instance: ${m[1]}`);
      if (m[2] === 'json')
        return json(response, 200, {
          ID: m[1],
          Running: !exec.done,
          ExitCode: exec.ExitCode,
          ContainerID: exec.container.Id,
        });
      if (m[2] === 'resize') return done(200);
      const { exitCode, stdout, stderr } = this.run(exec.container, exec.spec.Cmd, Buffer.alloc(0));
      Object.assign(exec, { done: true, ExitCode: exitCode });
      response.writeHead(200, { 'content-type': 'application/vnd.docker.raw-stream' });
      if (stdout) response.write(frame(1, stdout));
      if (stderr) response.write(frame(2, stderr));
      return void response.end();
    }

    // networks
    if (path === '/networks') {
      const found = [...this.networks.values()].filter(
        (one) =>
          byLabel(one.Labels) &&
          byName(one.Name) &&
          (filter('id').length === 0 || filter('id').some((want) => new RegExp(want).test(one.Id))) &&
          (filter('driver').length === 0 || filter('driver').includes(one.Driver)),
      );
      return json(
        response,
        200,
        found.map((one) => ({ ...this.showNetwork(one), Containers: {} })),
      );
    }
    if (path === '/networks/create') {
      if (body.Driver === 'host' || body.Driver === 'null')
        throw new Refusal(403, `only one instance of "${body.Driver}" network is allowed`);
      return json(response, 201, { Id: this.makeNetwork(body).Id, Warning: '' });
    }
    if ((m = /^\/networks\/([^/]+)(?:\/(connect|disconnect))?$/.exec(path))) {
      const network = this.findNetwork(m[1]);
      if (m[2] === 'connect') {
        const container = this.find(body.Container);
        if (container.networks[network.Name])
          throw new Refusal(403, `endpoint with name ${container.Name} already exists in network ${network.Name}`);
        container.networks[network.Name] = {
          ...(body.EndpointConfig ?? {}),
          NetworkID: network.Id,
          IPAddress: '',
          connected: true,
        };
        if (container.State === 'running')
          container.networks[network.Name].IPAddress = this.address(network, container);
        return done(200);
      }
      if (m[2] === 'disconnect') {
        const container = this.find(body.Container);
        if (!container.networks[network.Name])
          throw new Refusal(403, `container ${container.Id} is not connected to network ${network.Name}`);
        delete container.networks[network.Name];
        return done(200);
      }
      if (method === 'DELETE') {
        if (network.predefined)
          throw new Refusal(403, `${network.Name} is a pre-defined network and cannot be removed`);
        const members = this.membersOf(network);
        if (members.length > 0)
          throw new Refusal(
            403,
            `error while removing network: network ${network.Name} id ${network.Id} has active endpoints`,
          );
        this.networks.delete(network.Id);
        return done();
      }
      return json(response, 200, this.showNetwork(network));
    }

    // volumes
    if (path === '/volumes')
      return json(response, 200, {
        Volumes: [...this.volumes.values()]
          .filter((one) => byLabel(one.Labels) && byName(one.Name))
          .map(({ how, ...one }) => one),
        Warnings: [],
      });
    if (path === '/volumes/create') {
      const name = body.Name || hex(32);
      if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name))
        throw new Refusal(400, `create ${name}: "${name}" includes invalid characters for a local volume name`);
      if (!this.volumes.has(name)) this.volumes.set(name, this.volume(name, body.Labels ?? {}, 'asked for'));
      return json(response, 201, this.volumes.get(name));
    }
    if ((m = /^\/volumes\/([^/]+)$/.exec(path))) {
      const volume = this.volumes.get(m[1]);
      if (!volume) throw new Refusal(404, `get ${m[1]}: no such volume`);
      if (method === 'DELETE') {
        if (this.users(volume.Name).length > 0)
          throw new Refusal(409, `remove ${volume.Name}: volume is in use - [${this.users(volume.Name)[0].Id}]`);
        this.volumes.delete(volume.Name);
        return done();
      }
      return json(response, 200, volume);
    }

    // images
    if (path === '/images/json')
      return json(
        response,
        200,
        (this.options.images ?? []).map((name, at) => ({
          Id: `sha256:${'0'.repeat(63)}${at}`,
          RepoTags: [canonical(name)],
          RepoDigests: [],
          Size: 1,
        })),
      );
    if (path === '/images/create') {
      const from = query.get('fromImage') ?? '';
      const tag = query.get('tag');
      const name = tag ? `${from}${tag.includes(':') ? '@' : ':'}${tag}` : from;
      if ((this.options.missingImages ?? []).some((pattern) => new RegExp(pattern).test(name)))
        throw new Refusal(404, `manifest for ${name} not found: manifest unknown: manifest unknown`);
      this.images.set(canonical(name), {});
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(`${JSON.stringify({ status: `Pulled ${name}` })}\n`);
    }
    if (path === '/images/load') {
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(`${JSON.stringify({ stream: 'Loaded image: x\n' })}\n`);
    }
    if (path === '/images/get') {
      response.writeHead(200, { 'content-type': 'application/x-tar' });
      return void response.end(imageArchive(query.getAll('names')));
    }
    if ((m = /^\/images\/(.+)\/tag$/.exec(path))) {
      this.images.set(canonical(`${query.get('repo')}:${query.get('tag')}`), {});
      return done(201);
    }
    if ((m = /^\/images\/(.+)\/json$/.exec(path))) {
      const known = this.options.images;
      const isKnown =
        known === undefined || /k3s|k3d-|registry|tools|proxy|postgres|mysql|mariadb/.test(m[1])
          ? this.hasImage(m[1])
          : known.map(canonical).includes(canonical(m[1]));
      if (!isKnown) throw new Refusal(404, `No such image: ${canonical(m[1])}`);
      return json(response, 200, {
        Id: `sha256:${Buffer.from(canonical(m[1])).toString('hex').slice(0, 64).padEnd(64, '0')}`,
        RepoTags: [canonical(m[1])],
        RepoDigests: [],
        Architecture: 'amd64',
        Os: 'linux',
        Size: 1,
        Config: { Env: [], Volumes: {} },
      });
    }
    if (/^\/distribution\//.test(path))
      return json(response, 200, { Descriptor: { digest: `sha256:${'1'.repeat(64)}` }, Platforms: [] });

    if (path === '/events') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.flushHeaders();
      const listener = (event) => {
        if (byLabel(event.Actor.Attributes) && (filter('event').length === 0 || filter('event').includes(event.Action)))
          response.write(`${JSON.stringify(event)}\n`);
      };
      this.listeners.add(listener);
      response.on('close', () => this.listeners.delete(listener));
      return;
    }
    this.unknown.push(`${method} ${path}`);
    throw new Refusal(404, 'page not found');
  }

  logs(container, query, response) {
    response.writeHead(200, { 'content-type': 'application/vnd.docker.raw-stream' });
    response.flushHeaders();
    const since = Number(query.get('since') || 0) * 1000;
    let lines = container.logs.filter(({ t }) => t >= Math.floor(since));
    const tail = query.get('tail');
    if (tail && tail !== 'all') lines = lines.slice(-Number(tail));
    for (const { text } of lines) response.write(frame(2, `${text}\n`));
    if (!/^(1|true)$/.test(query.get('follow') ?? '') || container.State !== 'running') return void response.end();
    const follower = (line) => (line ? response.write(frame(2, `${line.text}\n`)) : response.end());
    container.followers.add(follower);
    response.on('close', () => container.followers.delete(follower));
  }

  archive(container, method, path, raw, response) {
    const { files } = container;
    if (method === 'PUT') {
      for (const entry of unpack(raw)) {
        if (entry.type === 'folder') continue;
        const full = `${path === '/' ? '' : path.replace(/\/$/, '')}/${entry.name.replace(/^\.?\//, '')}`.replace(
          /\/{2,}/g,
          '/',
        );
        files.set(full, { mode: entry.mode, content: entry.content, put: true });
        if (full.startsWith('/k3d/images/')) this.shared.set(full, entry.content);
        if (full === '/etc/confd/values.yaml' && container.State === 'running')
          this.say(container, 'start worker processes');
        const isDns = container.kind === 'server' && /NodeHosts/.test(entry.content.toString('utf8'));
        if (isDns && container.State === 'running') container.dns = entry.content.toString('utf8');
      }
      return void response.writeHead(200).end();
    }
    const clean = path.replace(/\/$/, '');
    const one = files.get(clean);
    const inside = [...files].filter(([name]) => name.startsWith(`${clean}/`));
    if (!one && inside.length === 0)
      throw new Refusal(404, `Could not find the file ${path} in container ${container.Id}`);
    const stat = {
      name: basename(clean),
      size: one?.content.length ?? 4096,
      mode: one ? 0o644 : 0o755 + 2 ** 31,
      mtime: new Date().toISOString(),
      linkTarget: '',
    };
    response.setHeader('X-Docker-Container-Path-Stat', Buffer.from(JSON.stringify(stat)).toString('base64'));
    if (method === 'HEAD') return void response.writeHead(200).end();
    const entries = one
      ? [{ name: basename(clean), content: one.content, mode: one.mode }]
      : [
          { name: `${basename(clean)}/`, mode: 0o755 },
          ...inside.map(([name, file]) => ({
            name: `${basename(clean)}/${name.slice(clean.length + 1)}`,
            content: file.content,
            mode: file.mode,
          })),
        ];
    response.writeHead(200, { 'content-type': 'application/x-tar' });
    response.end(pack(entries));
  }
}

function json(response, status, value) {
  const text = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}

/** One piece of output as Docker frames it. */
function frame(stream, text) {
  const data = Buffer.from(text);
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(data.length, 4);
  return Buffer.concat([head, data]);
}

/** An image's name as containerd has it. */
function inContainerd(name) {
  const short = canonical(name);
  const first = short.split('/')[0];
  return short.includes('/') && (/[.:]/.test(first) || first === 'localhost')
    ? short
    : `docker.io/${short.includes('/') ? short : `library/${short}`}`;
}

/** What `docker save` gives, as far as a manifest goes. */
export function imageArchive(names) {
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: {},
    rootfs: { type: 'layers', diff_ids: [] },
  });
  return pack([
    { name: 'config.json', content: config },
    { name: 'manifest.json', content: JSON.stringify([{ Config: 'config.json', RepoTags: names, Layers: [] }]) },
  ]);
}
