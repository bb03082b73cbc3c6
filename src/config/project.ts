/** The project's repository on GitHub, `owner/name`. `script/release name` changes it here and in all texts. */
export const REPOSITORY = 'org/k3d-action';

/** The tag that moves with all releases of a major, which workflows name. */
export const MAJOR = 'v1';

/**
 * The image with an engine that a repository's releases publish.
 * @param repository `owner/name`; a registry has names in small letters only
 * @param tag of the release
 */
export const dindImageOf = (repository: string, tag: string): string =>
  `ghcr.io/${(repository.split('/')[0] as string).toLowerCase()}/k3d-dind:${tag}`;
