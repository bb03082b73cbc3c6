/** A program that jobs which use a cluster want, and where its publisher has it. */
export interface Tool {
  /** Release when nobody names one; undefined: it is the cluster's. */
  release: string | undefined;
  /** @param platform of the runner, in Go's words */
  url: (release: string, platform: Platform) => string;
  /** Where the publisher has the digest of what is at a URL: alone, or in a list of files. */
  digestUrl: (url: string) => string;
  /** Path in the archive; undefined: what is downloaded is the program. */
  inArchive: ((platform: Platform) => string) | undefined;
  /** Arguments with which it says its release. */
  versionArgs: readonly string[];
}

/** An operating system and processor in the words of Go, which all of these are written in. */
export interface Platform {
  os: 'linux' | 'darwin';
  arch: 'amd64' | 'arm64';
}

const inFolder = (url: string, file: string): string => url.slice(0, url.lastIndexOf('/') + 1) + file;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** All tools, with the releases that are installed by default. */
export const TOOLS = {
  kubectl: {
    release: undefined,
    url: (release, { os, arch }) => `https://dl.k8s.io/release/${release}/bin/${os}/${arch}/kubectl`,
    digestUrl: (url) => `${url}.sha256`,
    inArchive: undefined,
    versionArgs: ['version', '--client', '--output=json'],
  },
  helm: {
    release: 'v3.18.6',
    url: (release, { os, arch }) => `https://get.helm.sh/helm-${release}-${os}-${arch}.tar.gz`,
    digestUrl: (url) => `${url}.sha256sum`,
    inArchive: ({ os, arch }) => `${os}-${arch}/helm`,
    versionArgs: ['version', '--short'],
  },
  k9s: {
    release: 'v0.50.9',
    url: (release, { os, arch }) =>
      `https://github.com/derailed/k9s/releases/download/${release}/k9s_${capital(os)}_${arch}.tar.gz`,
    digestUrl: (url) => inFolder(url, 'checksums.sha256'),
    inArchive: () => 'k9s',
    versionArgs: ['version', '--short'],
  },
  kustomize: {
    release: 'v5.7.1',
    url: (release, { os, arch }) =>
      `https://github.com/kubernetes-sigs/kustomize/releases/download/kustomize%2F${release}/kustomize_${release}_${os}_${arch}.tar.gz`,
    digestUrl: (url) => inFolder(url, 'checksums.txt'),
    inArchive: () => 'kustomize',
    versionArgs: ['version'],
  },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;
export const TOOL_NAMES = Object.keys(TOOLS) as ToolName[];

/** Where Kubernetes says which release of a minor is the newest. @param minor e.g. `1.31` */
export const newestOfMinorUrl = (minor: string): string => `https://dl.k8s.io/release/stable-${minor}.txt`;
