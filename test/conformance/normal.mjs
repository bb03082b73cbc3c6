// What is left behind, in a form in which two runs can be compared: no ids, random names, ports or tokens.

const LINES = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const canonical = (image) => {
  const name = image.replace(/^docker\.io\//, '').replace(/^library\//, '');
  return /[:@][^/]*$/.test(name) ? name : `${name}:latest`;
};
const sorted = (list) => [...list].sort();

/** @param known text of the case: what it names is no accident @param yaml the parser */
export function normalForm(engine, { known, yaml, replace, channels }) {
  const containers = [...engine.containers.values()];
  const random = new Map();
  const networkIds = new Map([...engine.networks.values()].map((one) => [one.Id, one.Name]));
  const isKnown = (text) =>
    new RegExp(`(?<![0-9A-Za-z])${String(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![0-9A-Za-z])`).test(known);
  for (const c of containers) {
    for (const bindings of [...Object.values(c.host.PortBindings ?? {}), ...Object.values(c.ports)])
      for (const { HostPort } of bindings ?? [])
        if (HostPort && HostPort !== '0' && !isKnown(HostPort) && HostPort !== '6443')
          random.set(HostPort, '<random port>');
    if (c.labels['k3d.creation.id']) random.set(c.labels['k3d.creation.id'], '<creation>');
    const token = c.labels['k3d.cluster.token'];
    if (token && !known.includes(token)) random.set(token, '<random token>');
  }
  const plain = (text) => {
    let out = replace(String(text));
    for (const [value, name] of random) out = out.split(value).join(name);
    for (const [id, name] of networkIds) out = out.split(id).join(`<id of ${name}>`);
    out = out.replace(/(https:\/\/[\w.]+:)(\d{4,5})\b/g, (all, before, port) =>
      port === '6443' || isKnown(port) ? all : `${before}<random port>`,
    );
    return out
      .replace(/[0-9a-f]{64}/g, '<id>')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>');
  };
  const deep = (value) => {
    if (typeof value === 'string') return plain(value);
    if (Array.isArray(value)) return value.map(deep);
    if (value && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => [plain(key), deep(one)]),
      );
    return value;
  };
  const parse = (text) => {
    try {
      return deep(yaml.parse(text));
    } catch {
      return plain(text);
    }
  };
  const clusters = new Set(containers.map((c) => c.labels['k3d.cluster']).filter(Boolean));

  const form = { containers: {}, networks: {}, volumes: {}, dns: {}, hosting: {} };
  for (const c of containers) {
    const { host } = c;
    const gateway =
      engine.networks.size &&
      Object.keys(c.networks)
        .map((name) => [...engine.networks.values()].find((one) => one.Name === name)?.IPAM.Config[0]?.Gateway)
        .find(Boolean);
    const files = {};
    const hosts = new Set();
    for (const [path, { content, put }] of c.files) {
      const text = content.toString('utf8');
      if (path === '/etc/hosts') {
        for (const line of LINES(text)) {
          const [ip, ...names] = line.split(/\s+/);
          for (const name of names) if (name !== 'localhost' && name !== c.spec.Hostname) hosts.add(`${ip} ${name}`);
        }
        continue;
      }
      if (!put) continue;
      if (/^\/bin\/k3d-entrypoint/.test(path) || path === '/var/lib/rancher/k3s/server/manifests/coredns.yaml')
        continue;
      if (/k3d-extra-ca\.pem$/.test(path) && channels) continue;
      if (/local-?registry-?hosting/i.test(path)) {
        form.hosting[c.labels['k3d.cluster']] ??= parse(parse(text)?.data?.['localRegistryHosting.v1'] ?? text);
        continue;
      }
      files[path] = /\.ya?ml$/.test(path) ? withoutEmpty(parse(text), path) : plain(text);
      if (
        files[path] === null ||
        (files[path] && typeof files[path] === 'object' && Object.keys(files[path]).length === 0)
      ) {
        delete files[path];
        continue;
      }
      if (path === '/etc/confd/values.yaml' && files[path]?.ports)
        for (const list of Object.values(files[path].ports)) list?.sort?.();
    }
    for (const entry of host.ExtraHosts ?? []) {
      const at = entry.indexOf(':');
      hosts.add(`${entry.slice(at + 1).replace('host-gateway', gateway ?? 'host-gateway')} ${entry.slice(0, at)}`);
    }
    const mounts = Object.fromEntries(
      c.mounts.map((m) => [
        m.Destination,
        `${m.Type} ${m.anonymous ? '<anonymous>' : plain(m.Name ?? m.Source)}${m.RW ? '' : ' ro'}${m.Propagation && m.Propagation !== 'rprivate' ? ` ${m.Propagation}` : ''}`,
      ]),
    );
    form.containers[plain(c.Name)] = {
      image: canonical(c.spec.Image),
      hostname: plain(c.spec.Hostname ?? ''),
      command: inNoOrder((c.spec.Cmd ?? []).map(plain)),
      env: sorted((c.spec.Env ?? []).map(plain)),
      labels: deep(c.labels),
      mounts: deep(mounts),
      ports: deep(
        Object.fromEntries(
          Object.entries(host.PortBindings ?? {}).map(([key, bindings]) => [
            key.includes('/') ? key : `${key}/tcp`,
            sorted((bindings ?? []).map((one) => `${one.HostIp || '0.0.0.0'}:${one.HostPort || '<random port>'}`)),
          ]),
        ),
      ),
      networks: deep(
        Object.fromEntries(
          Object.entries(c.networks).map(([name, s]) => [
            name,
            {
              ...(s.Aliases?.length ? { aliases: s.Aliases } : {}),
              ...(s.IPAMConfig?.IPv4Address ? { ip: s.IPAMConfig.IPv4Address } : {}),
            },
          ]),
        ),
      ),
      hosts: sorted(hosts),
      state: c.State,
      restart: host.RestartPolicy?.Name || 'no',
      memory: host.Memory ?? 0,
      ulimits: Object.fromEntries((host.Ulimits ?? []).map((u) => [u.Name, `${u.Soft}:${u.Hard}`])),
      gpus: (host.DeviceRequests ?? []).map(({ Driver, Count, DeviceIDs, Capabilities, Options }) => ({
        Driver: Driver || '',
        Count: Count ?? 0,
        DeviceIDs: DeviceIDs ?? [],
        Capabilities,
        Options: Options ?? {},
      })),
      privileged: host.Privileged ?? false,
      pid: host.PidMode ?? '',
      userns: host.UsernsMode ?? '',
      init: host.Init ?? false,
      tmpfs: deep(host.Tmpfs ?? {}),
      sysctls: deep(host.Sysctls ?? {}),
      healthcheck: deep(c.spec.Healthcheck ?? null),
      files,
    };
  }
  for (const c of containers.filter(({ labels }) => 'k3d.loadbalancer.extra' in labels)) {
    const [name, main] = [plain(c.Name), form.containers[plain(c.Name).replace(/-\d+$/, '')]];
    if (main === undefined) continue;
    for (const [key, list] of Object.entries(form.containers[name].ports))
      main.ports[key] = sorted([...(main.ports[key] ?? []), ...list]);
    const path = '/etc/confd/values.yaml';
    for (const [key, list] of Object.entries(form.containers[name].files[path]?.ports ?? {}))
      main.files[path].ports[key] ??= list;
    delete form.containers[name];
  }
  for (const one of engine.networks.values()) {
    if (one.predefined) continue;
    form.networks[plain(one.Name)] = deep({
      driver: one.Driver,
      labels: one.Labels,
      options: one.given.Options,
      ipam: (one.given.IPAM ?? []).map(({ Subnet, Gateway }) => `${Subnet} via ${Gateway ?? ipGateway(Subnet)}`),
      internal: one.given.Internal,
      ipv6: one.given.EnableIPv6,
    });
  }
  for (const one of engine.volumes.values()) form.volumes[plain(one.Name)] = { labels: deep(one.Labels), how: one.how };
  for (const cluster of clusters) {
    const kube = engine.kubes.get(cluster);
    const written = containers.map((c) => (c.labels['k3d.cluster'] === cluster ? c.dns : undefined)).find(Boolean);
    const map = kube?.objects.get('/api/v1/namespaces/kube-system/configmaps/coredns');
    const text = `${map?.data.NodeHosts ?? ''}\n${
      written
        ? yaml
            .parseAllDocuments(written)
            .map((doc) => doc.toJSON()?.data?.NodeHosts ?? '')
            .join('\n')
        : ''
    }`;
    const names = new Set();
    for (const line of LINES(text)) {
      const [ip, ...rest] = line.split(/\s+/);
      for (const name of rest)
        names.add(name.startsWith('k3d-') || containers.some((c) => c.Name === name) ? name : `${ip} ${name}`);
    }
    form.dns[cluster] = sorted(names).map(plain);
    const hosting = kube?.objects.get('/api/v1/namespaces/kube-public/configmaps/local-registry-hosting');
    if (hosting) form.hosting[cluster] = parse(hosting.data?.['localRegistryHosting.v1'] ?? '');
    if (kube?.calls.length) form.kube = { ...(form.kube ?? {}), [cluster]: kube.calls };
  }
  for (const c of containers) if (c.imported) form.containers[plain(c.Name)].images = sorted(c.imported);
  if (engine.shared.size) form.left = [...engine.shared.keys()].map((path) => path.replace(/\d{14}/, '<time>'));
  return { form, plain, deep };
}

/** k3d gives arguments in the order of a Go map, which is none: the command's word first, then the arguments with their values. */
function inNoOrder(words) {
  const [first, ...rest] = words;
  if (first !== 'server' && first !== 'agent') return words;
  const args = [];
  for (let at = 0; at < rest.length; at++)
    args.push(/^--(tls-san|node-label)$/.test(rest[at]) ? `${rest[at]} ${rest[++at]}` : rest[at]);
  return [first, ...sorted(new Set(args))];
}

/** Without what is empty, which says nothing in a registries.yaml. */
function withoutEmpty(value, path) {
  if (!/registries\.yaml$/.test(path) || value === null || typeof value !== 'object' || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, withoutEmpty(one, path)])
      .filter(
        ([, one]) =>
          one !== null &&
          one !== undefined &&
          one !== '' &&
          one !== false &&
          !(typeof one === 'object' && Object.keys(one).length === 0),
      ),
  );
}

const ipGateway = (subnet) => subnet.replace(/(\d+)\/\d+$/, (_all, last) => String(Number(last) + 1));

/** All places where two values differ: `{path, k3d, ours}`. */
export function differences(a, b, path = '') {
  if (Object.is(a, b)) return [];
  const isObject = (value) => value !== null && typeof value === 'object';
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return [{ path, k3d: a, ours: b }];
  if (Array.isArray(a)) {
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    const scalar = (value) => !isObject(value);
    if (a.every(scalar) && b.every(scalar)) return [{ path, k3d: a, ours: b }];
    const length = Math.max(a.length, b.length);
    return Array.from({ length }, (_x, at) => differences(a[at], b[at], `${path}[${at}]`)).flat();
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .flatMap((key) => differences(a[key], b[key], `${path}/${key}`));
}
