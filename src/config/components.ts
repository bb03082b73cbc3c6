import { stringify } from 'yaml';
import { UserError } from '../common/errors.ts';
import { disabledIn, valuesOf } from './k3sArgs.ts';
import { ADDRESS_POOL, type Chart, chartManifest, type Manifest, toManifest } from './manifests.ts';
import { readOneOf } from './scalars.ts';
import type { Filtered } from './types.ts';

/** Leaves pods' network to somebody else; the policies that k3s brings are for its own flannel. */
export const WITHOUT_CNI = ['--flannel-backend=none', '--disable-network-policy'] as const;

/** What stands in for parts of k3s, in the releases that are installed. */
export const CHARTS = {
  'ingress-nginx': {
    name: 'ingress-nginx',
    repo: 'https://kubernetes.github.io/ingress-nginx',
    chart: 'ingress-nginx',
    version: '4.13.3',
    namespace: 'ingress-nginx',
    values: { controller: { ingressClassResource: { default: true } } },
  },
  // Its service is no LoadBalancer by itself, and has ports besides those of HTTP; one replica is enough for a test.
  haproxy: {
    name: 'haproxy-ingress',
    repo: 'https://haproxytech.github.io/helm-charts',
    chart: 'kubernetes-ingress',
    version: '1.52.1',
    namespace: 'haproxy-controller',
    values: {
      controller: {
        replicaCount: 1,
        ingressClassResource: { default: true },
        service: { type: 'LoadBalancer', enablePorts: { quic: false, stat: false, admin: false } },
      },
    },
  },
  calico: {
    name: 'calico',
    repo: 'https://docs.tigera.io/calico/charts',
    chart: 'tigera-operator',
    version: 'v3.30.3',
    namespace: 'tigera-operator',
    // k3s's own range of pods, and forwarding as k3s's service load balancer needs it.
    values: {
      installation: {
        calicoNetwork: {
          containerIPForwarding: 'Enabled',
          ipPools: [{ cidr: '10.42.0.0/16', encapsulation: 'VXLAN' }],
        },
      },
    },
    bootstrap: true,
  },
  metallb: {
    name: 'metallb',
    repo: 'https://metallb.github.io/metallb',
    chart: 'metallb',
    version: '0.15.2',
    namespace: 'metallb-system',
  },
} as const satisfies Record<string, Chart>;

/** What a component is, by the input that says it; empty: as k3s has it. */
export interface ComponentInputs {
  ingress: string;
  cni: string;
  'loadbalancer-class': string;
  storage: string;
  metrics: string;
}

/** What comes of them. */
export interface Components {
  k3sArgs: string[];
  manifests: Manifest[];
  /** Whether the network of pods is among the manifests. */
  bringsNetwork: boolean;
  /** What the user is to know of them. */
  notices: string[];
}

/** kubernetes.io, "Ingress NGINX Retirement" (November 2025): no release and no fix since March 2026. */
const NGINX_RETIRED =
  'input "ingress": ingress-nginx was retired in March 2026 and gets no security fixes; "traefik" and "haproxy" are maintained';

/** Words for components that k3s has, which can be had or not. */
const SIMPLE: Readonly<Record<string, { component: string; on: string; off: string }>> = {
  storage: { component: 'local-storage', on: 'local-path', off: 'none' },
  metrics: { component: 'metrics-server', on: 'true', off: 'false' },
};

/**
 * Flags and manifests for components, as docs.k3s.io has them.
 * @param readManifest reads a CNI's manifest by path
 * @throws UserError naming the input whose value is unknown
 */
export function planComponents(wishes: ComponentInputs, readManifest: (path: string) => Manifest[]): Components {
  const found: Components = { k3sArgs: [], manifests: [], bringsNetwork: false, notices: [] };
  const disable = (component: string): void => void found.k3sArgs.push(`--disable=${component}`);
  for (const [input, { component, on, off }] of Object.entries(SIMPLE)) {
    const value = oneOf(input, wishes[input as keyof ComponentInputs], [on, off]);
    if (value === off) disable(component);
  }
  const ingress = oneOf('ingress', wishes.ingress, ['traefik', 'haproxy', 'nginx', 'none']);
  if (ingress !== '' && ingress !== 'traefik') disable('traefik');
  if (ingress === 'haproxy') found.manifests.push(chartManifest(CHARTS.haproxy));
  if (ingress === 'nginx') {
    found.manifests.push(chartManifest(CHARTS['ingress-nginx']));
    found.notices.push(NGINX_RETIRED);
  }
  const loadBalancer = oneOf('loadbalancer-class', wishes['loadbalancer-class'], ['servicelb', 'metallb', 'none']);
  if (loadBalancer === 'metallb' || loadBalancer === 'none') disable('servicelb');
  if (loadBalancer === 'metallb')
    found.manifests.push(chartManifest(CHARTS.metallb), addressPool(CHARTS.metallb.namespace));
  planCni(wishes.cni, found, readManifest);
  return found;
}

/**
 * The addresses that MetalLB gives out, which are known when the network is there, and that it announces them by ARP
 * (metallb.io/configuration). k3s tries again until the chart has brought their kinds.
 */
function addressPool(namespace: string): Manifest {
  const metadata = { name: 'k3d', namespace };
  const objects = [
    { apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool', metadata, spec: { addresses: [ADDRESS_POOL] } },
    { apiVersion: 'metallb.io/v1beta1', kind: 'L2Advertisement', metadata, spec: { ipAddressPools: ['k3d'] } },
  ];
  return toManifest(
    'metallb-pool.yaml',
    objects.map((one) => stringify(one)).join('---\n'),
    'input "loadbalancer-class"',
  );
}

function planCni(cni: string, found: Components, readManifest: (path: string) => Manifest[]): void {
  if (cni === '' || cni === 'flannel') return;
  const backend = /^flannel:([a-z-]+)$/.exec(cni)?.[1];
  if (backend !== undefined) return void found.k3sArgs.push(`--flannel-backend=${backend}`);
  if (cni.startsWith('flannel'))
    throw new UserError(`input "cni": "${cni}" is no backend of flannel: expected e.g. flannel:host-gw`);
  found.k3sArgs.push(...WITHOUT_CNI);
  if (cni === 'none') return;
  found.bringsNetwork = true;
  if (cni === 'calico') found.manifests.push(chartManifest(CHARTS.calico));
  else found.manifests.push(...readManifest(cni));
}

/**
 * @param given the user's own arguments of k3s, wherever they come from
 * @throws UserError when they say the contrary of a component that is asked for
 */
export function refuseContradictions(wishes: ComponentInputs, given: readonly Filtered[]): void {
  const k3sArgs = given.map(({ value }) => value);
  const refuse = (input: string, word: string, why: string): never => {
    const where = given.find(({ value }) => value.includes(word))?.where ?? 'arguments of k3s';
    throw new UserError(`input "${input}" and ${where} contradict each other: ${why}`);
  };
  const disabled = disabledIn(k3sArgs);
  const parts = {
    ingress: { component: 'traefik', on: 'traefik' },
    'loadbalancer-class': { component: 'servicelb', on: 'servicelb' },
    ...SIMPLE,
  };
  for (const [input, { component, on }] of Object.entries(parts))
    if (wishes[input as keyof ComponentInputs] === on && disabled.includes(component))
      refuse(input, component, `${input} is ${on}, and --disable=${component} leaves it out`);
  const [backend] = valuesOf(k3sArgs, '--flannel-backend');
  if (wishes.cni !== '' && backend !== undefined)
    refuse('cni', backend, `cni is ${wishes.cni}, beside --flannel-backend=${backend}`);
}

const oneOf = (input: string, value: string, known: readonly string[]): string =>
  value === '' ? '' : readOneOf(value, known, `input "${input}"`);
