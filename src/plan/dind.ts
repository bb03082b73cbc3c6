import { APP, K3D_CONTRACT_VERSION, LABEL } from '../contract/labels.ts';
import { DEFAULT_NETWORK } from '../contract/names.ts';
import { type ContainerSpec, plainContainer, type PortMapping } from '../contract/containers.ts';

/** Role of a container that holds an engine of its own; k3d passes over roles that it does not know. */
export const DIND_ROLE = 'dind';
/** Port on which the engine in it answers, with TLS. */
export const DIND_PORT = 2376;
/** Where it keeps the certificates for that, as docker:dind does. */
const CERTIFICATES = '/certs';
export const CLIENT_CERTIFICATES = `${CERTIFICATES}/client`;
/** Says how far it is: `starting`, `ready` or `failed`, and a sentence. */
export const DIND_STATE = '/run/k3d/state';

/** Variable that lets the container use layers of its own image in place; its data are removed with it. */
export const LAYERS_IN_PLACE = 'K3D_LAYERS_IN_PLACE';

/** Name of the container when none is given. */
export const DEFAULT_DIND_NAME = 'k3d-dind';

/** What decides a container that holds an engine. */
export interface DindPlan {
  name: string;
  image: string;
  creation: string;
  /** Ports of clusters in it, and its own for the engine. */
  published: readonly PortMapping[];
  /** Names for the engine's certificate, as openssl takes them. */
  names: readonly string[];
  /** Paths of the host that clusters in it mount: they mean the same in there. */
  paths: readonly string[];
  /** Proxies for what its engine pulls, `NAME=VALUE`. */
  proxies: readonly string[];
}

/** The container of an engine that clusters are made in. */
export function planDind({ name, image, creation, published, names, paths, proxies }: DindPlan): ContainerSpec {
  return plainContainer({
    name,
    image,
    env: [
      `DOCKER_TLS_CERTDIR=${CERTIFICATES}`,
      `DOCKER_TLS_SAN=${names.join(',')}`,
      `${LAYERS_IN_PLACE}=true`,
      ...proxies,
    ],
    labels: {
      [LABEL.app]: APP,
      [LABEL.version]: K3D_CONTRACT_VERSION,
      [LABEL.role]: DIND_ROLE,
      [LABEL.creation]: creation,
    },
    network: DEFAULT_NETWORK,
    ports: [...published],
    binds: paths.map((path) => `${path}:${path}`),
    privileged: true,
  });
}
