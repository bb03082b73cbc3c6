import { Agent, request } from 'node:https';
import { sleep } from '../common/poll.ts';

/** What it takes to speak with a cluster's API as its administrator. PEM texts. */
export interface KubeCredentials {
  /** e.g. `https://127.0.0.1:6550` */
  server: string;
  ca: string;
  cert: string;
  key: string;
}

/** How k3s's own nodes speak with a server: its CA and the cluster's token. */
export interface SupervisorCredentials {
  server: string;
  ca: string;
  token: string;
}

/** The API's refusal. Network failures are not of this class. */
export class KubeError extends Error {
  override name = 'KubeError';
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** A request that gets no answer for so long has failed, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Pause before a request is made again, in milliseconds. */
const RETRY_AFTER_MS = 300;

/** A small client for the Kubernetes API: JSON over one kept connection, with a client certificate. */
export class KubeClient {
  readonly #server: string;
  readonly #agent: Agent;
  readonly #auth: Record<string, string>;
  readonly #retries: number;

  /**
   * @param retries how often a request is made again, over a new connection, when there was no answer or the server
   *   could not give one: behind a load balancer another server may
   */
  constructor(credentials: KubeCredentials | SupervisorCredentials, retries = 0) {
    this.#retries = retries;
    this.#server = credentials.server;
    if ('token' in credentials) {
      // What agents send: the user "node" with the token as password (k3s: pkg/clientaccess).
      this.#auth = { authorization: `Basic ${Buffer.from(`node:${credentials.token}`).toString('base64')}` };
      this.#agent = new Agent({ keepAlive: true, ca: credentials.ca });
    } else {
      const { ca, cert, key } = credentials;
      this.#auth = {};
      this.#agent = new Agent({ keepAlive: true, ca, cert, key });
    }
  }

  /** @returns undefined when the object does not exist @throws KubeError; the network's error when there is no answer */
  async get<T>(path: string): Promise<T | undefined> {
    try {
      return (await this.#send('GET', path)) as T;
    } catch (error) {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** An answer that is not JSON: a log. @throws KubeError; the network's error when there is no answer */
  async getText(path: string): Promise<string> {
    return (await this.#send('GET', path)) as string;
  }

  /** A strategic merge patch. @throws KubeError; the network's error when there is no answer */
  async patch(path: string, body: unknown): Promise<void> {
    await this.#send('PATCH', path, JSON.stringify(body), 'application/strategic-merge-patch+json');
  }

  /** @throws KubeError; the network's error when there is no answer */
  async post(path: string, body: unknown): Promise<void> {
    await this.#send('POST', path, JSON.stringify(body), 'application/json');
  }

  /** An object that is gone is no error. @throws KubeError; the network's error when there is no answer */
  async delete(path: string): Promise<void> {
    try {
      await this.#send('DELETE', path);
    } catch (error) {
      if (!(error instanceof KubeError && error.status === 404)) throw error;
    }
  }

  /** Closes the kept connection; another request opens a new one. */
  close(): void {
    this.#agent.destroy();
  }

  async #send(method: string, path: string, body?: string, contentType?: string): Promise<unknown> {
    for (let left = this.#retries; ; left--) {
      try {
        return await this.#sendOnce(method, path, body, contentType);
      } catch (error) {
        if (left === 0 || (error instanceof KubeError && error.status < 500)) throw error;
        this.close();
        await sleep(RETRY_AFTER_MS);
      }
    }
  }

  #sendOnce(method: string, path: string, body?: string, contentType?: string): Promise<unknown> {
    const content =
      body === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
    const headers = { ...this.#auth, ...content };
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.#server);
      const call = request(url, { method, agent: this.#agent, headers, timeout: REQUEST_TIMEOUT_MS }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status >= 400) reject(new KubeError(status, `${method} ${path}: ${status} ${reasonOf(text)}`));
          else {
            try {
              resolve(parseBody(text, response.headers['content-type']));
            } catch (error) {
              const what = `${method} ${path}: the answer is no JSON, as it says it is`;
              reject(new KubeError(status, what, { cause: error }));
            }
          }
        });
      });
      call.on('error', reject);
      call.on('timeout', () =>
        call.destroy(new Error(`${method} ${url.href}: no answer within ${REQUEST_TIMEOUT_MS / 1000} s`)),
      );
      call.end(body);
    });
  }
}

function parseBody(text: string, contentType: string | undefined): unknown {
  return contentType?.includes('json') ? JSON.parse(text) : text;
}

function reasonOf(text: string): string {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text.slice(0, 300);
  }
}
