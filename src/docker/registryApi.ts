import { messageOf, UserError } from '../common/errors.ts';
import { fetchWithRetries } from '../common/retry.ts';
import { registryAuth, registryOf } from './auth.ts';

/**
 * The tags of an image's repository, as its registry lists them (distribution: HTTP API v2).
 * @param repository e.g. `rancher/k3s` or `localhost:5000/team/app`
 * @throws UserError when the registry can't be asked
 */
export async function listTags(repository: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const host = registryOf(repository);
  const path = host === 'docker.io' ? repository.replace(/^docker\.io\//, '') : repository.slice(host.length + 1);
  const base = baseURL(host);
  const tags: string[] = [];
  try {
    let next: string | undefined = `${base}/v2/${path}/tags/list?n=1000`;
    let authorization: string | undefined;
    while (next !== undefined) {
      const url: string = next;
      let answer = await ask(url, authorization);
      if (answer.status === 401) {
        authorization = await authorize(answer.headers.get('www-authenticate') ?? '', repository, env);
        answer = await ask(url, authorization);
      }
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
      tags.push(...(((await answer.json()) as { tags: string[] | null }).tags ?? []));
      const link = /<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1];
      next = link === undefined ? undefined : new URL(link, url).href;
    }
    return tags;
  } catch (error) {
    throw new UserError(`the tags of ${repository} can't be read from ${base}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Docker speaks plain HTTP to this machine only. */
function baseURL(host: string): string {
  if (host === 'docker.io') return 'https://registry-1.docker.io';
  return `${/^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?$/.test(host) ? 'http' : 'https'}://${host}`;
}

function ask(url: string, authorization: string | undefined): Promise<Response> {
  const headers = authorization === undefined ? {} : { authorization };
  return fetchWithRetries(url, { headers });
}

/** Answers a registry's challenge: with the user's login, or a token that its realm gives out. */
async function authorize(challenge: string, repository: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const login = await registryAuth(repository, env);
  const basic =
    login?.username === undefined
      ? undefined
      : `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
  const found = [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]] as [string, string]);
  const parts: Record<string, string | undefined> = Object.fromEntries(found);
  if (!/^bearer/i.test(challenge) || !parts.realm) return basic;
  const url = new URL(parts.realm);
  for (const key of ['service', 'scope']) if (parts[key]) url.searchParams.set(key, parts[key]);
  const answer = await ask(url.href, basic);
  if (!answer.ok) throw new Error(`${url.host} answered ${answer.status}`);
  const { token, access_token: accessToken } = (await answer.json()) as { token?: string; access_token?: string };
  return `Bearer ${token ?? accessToken}`;
}
