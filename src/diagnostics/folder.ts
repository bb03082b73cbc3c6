import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { redact } from '../common/redact.ts';

/** Bounds on what is kept, in bytes. */
const FILE_BYTES = 2 * 1024 * 1024;
const TOTAL_BYTES = 50 * 1024 * 1024;

/** A file that was written. */
export interface Written {
  /** Below the folder, with `/`. */
  path: string;
  bytes: number;
  /** Whether its beginning was left out. */
  cut: boolean;
}

/** A folder that is filled with texts, none of which holds a secret, within bounds. */
export class Folder {
  readonly path: string;
  readonly written: Written[] = [];
  /** What could not be had, as sentences. */
  readonly problems: string[] = [];
  readonly #secrets = new Set<string>();
  #left = TOTAL_BYTES;

  constructor(path: string) {
    this.path = path;
  }

  /** Empties it. What is in it is for its owner's eyes: even without secrets it tells a lot. */
  async prepare(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** Values that must not appear in any file. */
  conceal(values: readonly string[]): void {
    for (const value of values) if (value !== '') this.#secrets.add(value);
  }

  /** `text` without secrets. */
  clean(text: string): string {
    return redact(text, [...this.#secrets]);
  }

  /** Writes a text; of one that is too long the end is kept, where failures are. */
  async write(path: string, text: string): Promise<void> {
    const clean = this.clean(text);
    const bytes = Buffer.from(clean);
    const room = Math.min(FILE_BYTES, this.#left);
    if (room === 0) {
      this.problems.push(`${path}: left out, since all together would be too much`);
      return;
    }
    const kept = bytes.length > room ? bytes.subarray(bytes.length - room) : bytes;
    this.#left -= kept.length;
    const file = join(this.path, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, kept, { mode: 0o600 });
    this.written.push({ path, bytes: kept.length, cut: kept.length < bytes.length });
  }
}
