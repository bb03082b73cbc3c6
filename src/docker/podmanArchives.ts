import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header, type Pack, pack } from 'tar-stream';

/** Whether an engine is podman, by what its API's `/version` says it is made of. */
export function isPodman(version: { Components?: readonly { Name?: string }[] | null }): boolean {
  return version.Components?.some(({ Name }) => Name === 'Podman Engine') ?? false;
}

/**
 * Divides an archive by what is mounted in its folder: podman unpacks it below the mounts, where nobody finds it, and
 * Docker into them.
 * @param folder that the archive is for
 * @param targets where something is mounted
 * @param put unpacks a part in a folder; parts come one after the other, and end together
 */
export async function splitArchive(
  archive: Readable,
  folder: string,
  targets: readonly string[],
  put: (folder: string, part: Readable) => Promise<void>,
): Promise<void> {
  const deepestFirst = [...targets].sort((a, b) => b.length - a.length);
  const placeOf = (path: string, isFolder: boolean): string =>
    deepestFirst.find((target) => path.startsWith(`${target}/`) || (isFolder && path === target)) ?? folder;
  const entries = extract();
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  const parts = new Map<string, { pack: Pack; done: Promise<void> }>();
  const partFor = (place: string): Pack => {
    const known = parts.get(place);
    if (known !== undefined) return known.pack;
    const part = pack();
    part.on('error', () => undefined); // whoever reads it has it
    const done = put(place, Readable.from(part));
    // A part that is refused is read by nobody, and what comes next would wait for ever.
    done.catch(failure.reject);
    parts.set(place, { pack: part, done });
    return part;
  };
  const reading = pipeline(archive, entries);
  reading.catch(failure.reject);
  try {
    for await (const entry of entries) {
      const path = posix.resolve(folder, entry.header.name);
      const place = placeOf(path, entry.header.type === 'directory');
      const out = partFor(place).entry(moved(entry.header, path, folder, place));
      await Promise.race([pipeline(entry, out), failure.promise]);
    }
    await reading;
    for (const part of parts.values()) part.pack.finalize();
  } catch (error) {
    for (const part of parts.values()) part.pack.destroy(error as Error);
    archive.destroy();
    throw error;
  }
  await Promise.all([...parts.values()].map(({ done }) => done));
}

/** An entry's header as it is in the part for another folder; hard links name their file from there too. */
function moved(header: Header, path: string, folder: string, place: string): Header {
  const from = (of: string): string => posix.relative(place, of) || '.';
  const link = header.type === 'link' && header.linkname ? from(posix.resolve(folder, header.linkname)) : null;
  return { ...header, name: from(path), ...(link === null ? {} : { linkname: link }) };
}

/**
 * An archive as Docker makes it of a folder, whose name all entries begin with. podman does so too, unless it is a volume of
 * a container that is paused or stopped: there names begin with a slash.
 */
export function withBase(archive: Readable, base: string): Readable {
  const out = pack();
  const named = (name: string): string => (name.startsWith('/') ? `${base}${name}` : name);
  const copy = async (): Promise<void> => {
    const entries = extract();
    const reading = pipeline(archive, entries);
    reading.catch((error: unknown) => out.destroy(error as Error));
    for await (const entry of entries) {
      const { header } = entry;
      const link = header.type === 'link' && header.linkname ? { linkname: named(header.linkname) } : {};
      await pipeline(entry, out.entry({ ...header, name: named(header.name), ...link }));
    }
    out.finalize();
  };
  copy().catch((error: unknown) => out.destroy(error as Error));
  return Readable.from(out);
}
