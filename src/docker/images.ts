import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { registryAuth } from './auth.ts';
import { EngineError, type ImageInfo, type Images, type PullProgress } from './engine.ts';
import { asText, attempt, NO_LIMIT } from './errors.ts';
import { jsonLines } from './streams.ts';
import { urlName } from './urlName.ts';

interface ProgressLine {
  id?: string;
  status?: string;
  error?: string;
  errorDetail?: { message?: string };
  progressDetail?: { current?: number; total?: number };
}

/** How an image came about (docker: api/types/image/identity.go). */
interface RawIdentity {
  Pull?: { Repository?: string }[];
}

const identityOf = ({ Identity: identity }: { Identity?: RawIdentity | null }): ImageInfo['identity'] =>
  identity ? { pulledFrom: (identity.Pull ?? []).map(({ Repository: name }) => name ?? '') } : undefined;

/** Images over dockerode. */
export class DockerImages implements Images {
  readonly #docker: Docker;
  readonly #env: NodeJS.ProcessEnv;

  constructor(docker: Docker, env: NodeJS.ProcessEnv) {
    this.#docker = docker;
    this.#env = env;
  }

  inspect(reference: string): Promise<ImageInfo | undefined> {
    return attempt(
      async () => {
        const raw = await this.#docker.getImage(urlName(reference)).inspect();
        const env = raw.Config?.Env ?? [];
        return {
          id: asText(raw.Id),
          layers: (raw.RootFS as { Layers?: string[] } | undefined)?.Layers ?? [],
          repoDigests: raw.RepoDigests ?? [],
          identity: identityOf(raw as { Identity?: RawIdentity | null }),
          arch: raw.Architecture,
          size: raw.Size,
          env,
          labels: raw.Config?.Labels ?? {},
        };
      },
      { 404: undefined },
    );
  }

  async pull(reference: string, onProgress: (progress: PullProgress) => void, signal: AbortSignal): Promise<void> {
    const auth = await registryAuth(reference, this.#env);
    const stream = await attempt(() =>
      this.#docker.createImage(auth ?? {}, { fromImage: withTag(reference), abortSignal: signal }),
    );
    const layers = new Map<string, { current: number; total: number }>();
    for await (const line of jsonLines(stream)) {
      const event = line as ProgressLine;
      throwIfFailed(event);
      const { current, total } = event.progressDetail ?? {};
      if (event.id === undefined || event.status !== 'Downloading' || !total) continue;
      layers.set(event.id, { current: current ?? 0, total });
      const sum = (pick: 'current' | 'total') => [...layers.values()].reduce((bytes, layer) => bytes + layer[pick], 0);
      onProgress({ current: sum('current'), total: sum('total') });
    }
  }

  async remoteDigest(reference: string, signal: AbortSignal): Promise<string> {
    const options = {
      path: `/distribution/${urlName(withTag(reference))}/json`,
      method: 'GET',
      abortSignal: signal,
      authconfig: await registryAuth(reference, this.#env),
      statusCodes: { 200: true, 401: 'refused', 403: 'refused', 404: 'no such image', 500: 'server error' },
    };
    const answer = (await this.#dial(options)) as { Descriptor?: { digest?: string } };
    return answer.Descriptor?.digest ?? '';
  }

  async load(archive: Readable): Promise<void> {
    const stream = await attempt(() => this.#docker.loadImage(archive, { quiet: 1 }), {}, NO_LIMIT);
    for await (const line of jsonLines(stream)) throwIfFailed(line as ProgressLine);
  }

  tag(reference: string, name: string): Promise<void> {
    const at = name.lastIndexOf(':');
    const [repo, tag] = at > name.lastIndexOf('/') ? [name.slice(0, at), name.slice(at + 1)] : [name, 'latest'];
    return attempt(async () => void (await this.#docker.getImage(urlName(reference)).tag({ repo, tag })));
  }

  async save(references: readonly string[]): Promise<Readable> {
    // dockerode has no call for several images, and its query builder would write the names as one.
    const query = references.map((name) => `names=${encodeURIComponent(name)}`).join('&');
    const path = `/images/get?${query}`;
    const options = {
      path: `${path}&`,
      method: 'GET',
      isStream: true,
      statusCodes: { 200: true, 404: 'no such image', 500: 'server error' },
    };
    return (await this.#dial(options)) as Readable;
  }

  #dial(options: object): Promise<unknown> {
    return attempt(
      () =>
        new Promise((resolve, reject) => {
          this.#docker.modem.dial(options as { method: string; path: string }, (error: Error | null, data: unknown) =>
            error ? reject(error) : resolve(data),
          );
        }),
    );
  }
}

/** The engine answers 200 before it begins, so that failures come as lines of the stream. */
function throwIfFailed(event: ProgressLine): void {
  const message = event.errorDetail?.message ?? event.error;
  if (message !== undefined) throw new EngineError(/not found|manifest unknown/i.test(message) ? 404 : 500, message);
}

/** Without a tag or digest the engine would pull every tag of the repository. */
function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return last.includes(':') || last.includes('@') ? reference : `${reference}:latest`;
}
