import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type PipelineSource, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readAll } from '../docker/engine.ts';
import { unpack } from '../docker/readFiles.ts';
import type { Descriptor, ServedImage } from './descriptor.ts';

const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG_TYPE = 'application/vnd.oci.image.config.v1+json';
const LAYER_TYPE = 'application/vnd.oci.image.layer.v1.tar';

/** How much is read and written at a time, in bytes: files are large. */
const BUFFER = 1 << 20;

const digestOf = (content: Buffer): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
/** The file of a digest in a folder of blobs. */
export const blobPath = (folder: string, digest: string): string => join(folder, digest.replace(':', '-'));

/** What an archive has besides the blobs that are kept at once. */
interface Parts {
  /** Files at the top, by name. */
  texts: Map<string, Buffer>;
  /** Where other files are, and links to them, by their paths in the archive. */
  files: Map<string, string>;
  links: Map<string, string>;
  /** Digests of the blobs. */
  blobs: Set<string>;
}

/**
 * Takes an archive of one image apart, as `docker save` writes it, into blobs by their digests. Engines since Docker 25
 * write an OCI layout; for older ones and podman its manifest is made of what is there.
 * @param folder of the blobs; those that it has already are not written again
 * @throws Error when the archive is none, or ends early
 */
export async function takeApart(archive: Readable, folder: string): Promise<ServedImage> {
  const temporary = await mkdtemp(join(folder, 'part-'));
  try {
    const parts = await readParts(archive, folder, temporary);
    const index = parts.texts.get('index.json');
    const manifest = index === undefined ? await makeManifest(parts, folder) : manifestIn(index);
    return { manifest, digests: [...new Set([...parts.blobs, manifest.digest])] };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readParts(archive: Readable, folder: string, temporary: string): Promise<Parts> {
  const parts: Parts = { texts: new Map(), files: new Map(), links: new Map(), blobs: new Set() };
  let count = 0;
  for await (const entry of unpack(archive)) {
    const { type, linkname } = entry.header;
    const name = posix.normalize(entry.header.name);
    const [, hex] = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name) ?? [];
    if (type === 'symlink' || type === 'link') {
      const target = linkname ?? '';
      parts.links.set(name, type === 'link' ? posix.normalize(target) : posix.join(posix.dirname(name), target));
      entry.resume();
    } else if (type !== 'file') entry.resume();
    else if (hex !== undefined) {
      const digest = `sha256:${hex}`;
      parts.blobs.add(digest);
      parts.files.set(name, blobPath(folder, digest));
      if (existsSync(blobPath(folder, digest))) entry.resume();
      else await keep(entry, join(temporary, String(count++)), blobPath(folder, digest));
    } else if (/^[^/]+\.json$/.test(name)) parts.texts.set(name, await readAll(Readable.from(entry)));
    else {
      const path = join(temporary, String(count++));
      await pipeline(entry, createWriteStream(path));
      parts.files.set(name, path);
    }
  }
  return parts;
}

/** A blob has its name only once it is whole. */
async function keep(content: PipelineSource<unknown>, path: string, target: string): Promise<void> {
  await pipeline(content, createWriteStream(path, { highWaterMark: BUFFER }));
  await rename(path, target);
}

function manifestIn(index: Buffer): Descriptor {
  const { manifests } = JSON.parse(index.toString('utf8')) as { manifests?: Descriptor[] };
  const [first] = manifests ?? [];
  if (first === undefined) throw new Error('the archive of the image names no manifest');
  return { mediaType: first.mediaType, digest: first.digest, size: first.size };
}

/** What docker save has written since 1.10 (moby: image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
async function makeManifest({ texts, files, links, blobs }: Parts, folder: string): Promise<Descriptor> {
  const [image] = JSON.parse(texts.get('manifest.json')?.toString('utf8') ?? '[]') as {
    Config: string;
    Layers: string[];
  }[];
  if (image === undefined) throw new Error('the archive is none of an image');
  const text = texts.get(image.Config) ?? (await readFile(files.get(image.Config) ?? image.Config));
  const { rootfs } = JSON.parse(text.toString('utf8')) as { rootfs: { diff_ids: string[] } };
  const put = async (content: Buffer, mediaType: string): Promise<Descriptor> => {
    const digest = digestOf(content);
    await writeFile(blobPath(folder, digest), content);
    blobs.add(digest);
    return { mediaType, digest, size: content.length };
  };
  const layers: Descriptor[] = [];
  for (const [at, layer] of image.Layers.entries()) {
    // Layers are packed as they are, so that the digest of their content is theirs.
    const digest = rootfs.diff_ids[at] ?? '';
    const path = files.get(links.get(layer) ?? layer);
    const target = blobPath(folder, digest);
    if (path !== undefined && path !== target && existsSync(path)) await rename(path, target);
    blobs.add(digest);
    layers.push({ mediaType: LAYER_TYPE, digest, size: (await stat(target)).size });
  }
  const config = await put(text, CONFIG_TYPE);
  const manifest = { schemaVersion: 2, mediaType: MANIFEST_TYPE, config, layers };
  return put(Buffer.from(JSON.stringify(manifest)), MANIFEST_TYPE);
}
