import { readFileSync } from 'node:fs';

/**
 * Bytes as text. A byte order mark says how they are meant, as in files that PowerShell writes in UTF-16; without one
 * they are UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** The text of a file. @param file a path, or 0 for standard input @throws the system's error when it can't be read */
export const readText = (file: string | 0): string => decodeText(readFileSync(file));
