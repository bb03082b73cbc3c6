import * as cache from '@actions/cache';
import { type CacheAnswer, type CacheRequest, PAYLOAD } from './cache/service.ts';

/*
 * A process that does one thing with the runner's cache service and ends. It is one of its own so that it can be given
 * its own folder to unpack in, be stopped when it takes too long, and say what it likes.
 */
const request = JSON.parse(process.argv[2] ?? '{}') as CacheRequest;

async function answer(): Promise<CacheAnswer> {
  if (!cache.isFeatureAvailable()) return { outcome: 'unavailable' };
  if (request.action === 'restore') {
    const [first = '', ...others] = request.keys;
    const key = await cache.restoreCache([PAYLOAD], first, others);
    return key === undefined ? { outcome: 'miss' } : { outcome: 'hit', key };
  }
  const id = await cache.saveCache([PAYLOAD], request.key);
  return { outcome: id === -1 ? 'refused' : 'saved' };
}

process.send?.(await answer());
process.disconnect();
