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
      const place = placeOf(posix.resolve(folder, entry.header.name), entry.header.type === 'directory');
      const rename = (name: string): string => posix.relative(place, posix.resolve(folder, name)) || '.';
      const out = partFor(place).entry(renamed(entry.header, rename));
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

/** An entry's header under another name; hard links name their file in the archive, and symbolic ones do not. */
function renamed(header: Header, rename: (name: string) => string): Header {
  const { type, linkname } = header;
  return {
    ...header,
    name: rename(header.name),
    ...(type === 'link' && linkname ? { linkname: rename(linkname) } : {}),
  };
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
      await pipeline(entry, out.entry(renamed(entry.header, named)));
    }
    out.finalize();
  };
  copy().catch((error: unknown) => out.destroy(error as Error));
  return Readable.from(out);
}
