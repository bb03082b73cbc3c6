/**
 * The name by which containerd knows an image: with registry, `library/` for Docker Hub's own, and a tag.
 * The rule is Docker's (distribution: reference/normalize.go).
 */
export function fullImageName(reference: string): string {
  const [first, ...rest] = reference.split('/') as [string, ...string[]];
  const hasHost = rest.length > 0 && (first.includes('.') || first.includes(':') || first === 'localhost');
  const path = hasHost ? rest.join('/') : reference;
  const host = hasHost ? first.replace(/^index\.docker\.io$/, 'docker.io') : 'docker.io';
  const withLibrary = host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  const last = withLibrary.slice(withLibrary.lastIndexOf('/') + 1);
  return `${host}/${withLibrary}${last.includes(':') || last.includes('@') ? '' : ':latest'}`;
}

/** The repository of a full name: without its tag and its digest. */
export const repositoryOf = (fullName: string): string => fullName.replace(/@.*$/, '').replace(/:[^:/]*$/, '');

/** Whether two names are of the same image: Docker shortens those of docker.io, and podman writes them in full. */
export const isSameImage = (one: string, other: string): boolean => fullImageName(one) === fullImageName(other);
