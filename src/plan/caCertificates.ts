import type { FileSpec } from '../contract/containers.ts';

/**
 * A folder of which Go's programs (k3s, containerd, dockerd, a registry) trust every certificate, besides the one file
 * that a system has (crypto/x509: root_linux.go). What is there already is not touched.
 */
export const CA_PATH = '/etc/ssl/certs/k3d-extra-ca.pem';

/** Extra certificates as a file of a container. @param pem undefined: none */
export const caFiles = (pem: string | undefined): FileSpec[] =>
  pem === undefined ? [] : [{ path: CA_PATH, content: pem, mode: 0o644 }];
