import tls from 'node:tls';

/**
 * Lets this process trust more authorities, for all that it fetches from here on. Node 24.5 and later can do that; one
 * that can't has to be told by `NODE_EXTRA_CA_CERTS`.
 * @param pem certificates, one after the other
 */
export function addCertificateAuthorities(pem: string): void {
  const { setDefaultCACertificates, getCACertificates } = tls as Partial<typeof tls>;
  if (setDefaultCACertificates && getCACertificates) setDefaultCACertificates([...getCACertificates('default'), pem]);
}
