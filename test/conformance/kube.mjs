// What a k3s server answers to those who wait for it: the Kubernetes API over TLS, as far as it is asked for.
import https from 'node:https';

const now = () => new Date().toISOString().replace(/\.\d+Z/, 'Z');
const VERSION = { major: '1', minor: '33', gitVersion: 'v1.33.5+k3s1', platform: 'linux/amd64' };

/** One cluster's API. Its state comes from the containers of the engine. */
export class Kube {
  constructor(engine, cluster) {
    this.engine = engine;
    this.cluster = cluster;
    this.objects = new Map();
    this.calls = [];
    this.gone = new Set();
    this.put('/api/v1/namespaces/kube-system/configmaps/coredns', {
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'coredns', namespace: 'kube-system', resourceVersion: '1' },
      data: { Corefile: '.:53 { hosts /etc/coredns/NodeHosts }', NodeHosts: '' },
    });
    this.put('/api/v1/namespaces/default/serviceaccounts/default', {
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace: 'default' },
    });
    this.put('/api/v1/namespaces/kube-system/services/kube-dns', {
      kind: 'Service',
      metadata: { name: 'kube-dns', namespace: 'kube-system' },
      spec: { clusterIP: '10.43.0.10', type: 'ClusterIP' },
    });
  }

  put(path, object) {
    this.objects.set(path, object);
  }

  nodes() {
    return this.engine
      .k3sNodes(this.cluster)
      .filter((c) => c.State === 'running')
      .flatMap((c) => {
        const args = [...(c.spec.Entrypoint ?? []), ...(c.spec.Cmd ?? [])];
        const at = args.findIndex((arg) => /^--node-name(=|$)/.test(arg));
        const name = at === -1 ? c.spec.Hostname || c.Id.slice(0, 12) : (args[at].split('=')[1] ?? args[at + 1]);
        const suffix = args.includes('--with-node-id') ? `-${c.Id.slice(0, 8)}` : '';
        if (this.gone.has(`${c.Id}/${c.startedAt}`)) return [];
        return [
          {
            kind: 'Node',
            apiVersion: 'v1',
            metadata: {
              name: `${name}${suffix}`,
              labels: {
                'kubernetes.io/hostname': `${name}${suffix}`,
                ...(args.includes('server') ? { 'node-role.kubernetes.io/control-plane': 'true' } : {}),
              },
              resourceVersion: '1',
              creationTimestamp: now(),
            },
            spec: { podCIDR: '10.42.0.0/24', podCIDRs: ['10.42.0.0/24'] },
            status: {
              addresses: [
                { type: 'InternalIP', address: Object.values(c.networks)[0]?.IPAddress ?? '' },
                { type: 'Hostname', address: name },
              ],
              conditions: [
                {
                  type: 'Ready',
                  status: 'True',
                  reason: 'KubeletReady',
                  message: 'ready',
                  lastHeartbeatTime: now(),
                  lastTransitionTime: now(),
                },
              ],
              nodeInfo: { kubeletVersion: VERSION.gitVersion, containerRuntimeVersion: 'containerd://2.0.0' },
              capacity: { cpu: '2', memory: '4Gi', pods: '110' },
              allocatable: { cpu: '2', memory: '4Gi', pods: '110' },
            },
          },
        ];
      });
  }

  /** @returns {[number, unknown]} */
  answer(method, url, body, type) {
    const { pathname, searchParams } = new URL(url, 'https://x');
    if (pathname === '/version') return [200, VERSION];
    if (/^\/(readyz|livez|healthz|ping|v1-k3s\/readyz)/.test(pathname)) return [200, 'ok'];
    if (pathname === '/api/v1/nodes') return [200, { kind: 'NodeList', metadata: {}, items: this.nodes() }];
    const node = /^\/api\/v1\/nodes\/([^/]+)$/.exec(pathname);
    if (node) {
      const found = this.nodes().find((one) => one.metadata.name === node[1]);
      if (method === 'DELETE') this.calls.push(`delete node ${node[1]}`);
      return found ? [200, found] : [404, { kind: 'Status', message: 'not found', code: 404 }];
    }
    if (/\/endpointslices$/.test(pathname)) {
      return [
        200,
        {
          items: [
            {
              metadata: { name: 'kube-dns-x' },
              endpoints: [{ addresses: ['10.42.0.2'], conditions: { ready: true } }],
            },
          ],
        },
      ];
    }
    if (/\/pods$/.test(pathname)) {
      const dns = /kube-dns/.test(searchParams.get('labelSelector') ?? '');
      const items = dns
        ? [
            {
              metadata: { name: 'coredns-1', namespace: 'kube-system' },
              spec: { nodeName: this.nodes()[0]?.metadata.name },
              status: {
                phase: 'Running',
                conditions: [{ type: 'Ready', status: 'True' }],
                containerStatuses: [{ name: 'coredns', ready: true, state: { running: { startedAt: now() } } }],
              },
            },
          ]
        : [];
      return [200, { kind: 'PodList', metadata: {}, items }];
    }
    const known = this.objects.get(pathname);
    if (method === 'GET') {
      if (known) return [200, known];
      if (/\/(addons|services|customresourcedefinitions|jobs|deployments|events|secrets|configmaps)$/.test(pathname))
        return [200, { metadata: {}, items: [] }];
      return [404, { kind: 'Status', message: `${pathname} not found`, code: 404 }];
    }
    const value = body ? JSON.parse(body) : {};
    if (method === 'PATCH' && known) {
      for (const [key, part] of Object.entries(value))
        known[key] = part && typeof part === 'object' && !Array.isArray(part) ? { ...known[key], ...part } : part;
      known.metadata.resourceVersion = String(Number(known.metadata.resourceVersion ?? 1) + 1);
      return [200, known];
    }
    if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
      const path = method === 'POST' ? `${pathname}/${value.metadata?.name}` : pathname;
      this.put(path, value);
      return [method === 'POST' ? 201 : 200, value];
    }
    if (method === 'DELETE') {
      this.objects.delete(pathname);
      return [200, {}];
    }
    return [404, { kind: 'Status', message: `${method} ${pathname} (${type})`, code: 404 }];
  }

  /** Listens where a container publishes 6443. */
  listen(host, port, certs) {
    const server = https.createServer({ key: certs['server.key'], cert: certs['server.crt'] }, (request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        if (!this.engine.k3sNodes(this.cluster).some((c) => c.answers && c.State === 'running'))
          return void response.socket.destroy();
        const [status, body] = this.answer(
          request.method,
          request.url,
          Buffer.concat(chunks).toString('utf8'),
          request.headers['content-type'],
        );
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
        response.end(text);
      });
    });
    server.on('error', (error) => this.engine.note(`kube listen ${host}:${port}: ${error.message}`));
    server.listen(port, host);
    return server;
  }
}
