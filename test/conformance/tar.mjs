// The little of tar that the archive calls of the Docker API need.
const BLOCK = 512;

const field = (buffer, at, length) => buffer.toString('utf8', at, at + length).replace(/\0[\s\S]*$/, '');

/** Entries of an archive: `{name, type: 'file'|'folder', mode, content}`. */
export function unpack(buffer) {
  const entries = [];
  let long;
  for (let at = 0; at + BLOCK <= buffer.length;) {
    const head = buffer.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) break;
    const size = parseInt(field(head, 124, 12).trim() || '0', 8);
    const type = field(head, 156, 1);
    const content = buffer.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') {
      long = content.toString('utf8').replace(/\0+$/, '');
      continue;
    }
    if (type === 'x') {
      const path = /\d+ path=([^\n]*)\n/.exec(content.toString('utf8'));
      if (path) long = path[1];
      continue;
    }
    if (type === 'g') continue;
    const prefix = field(head, 345, 155);
    const short = field(head, 0, 100);
    const name = long ?? (prefix && field(head, 257, 5) === 'ustar' ? `${prefix}/${short}` : short);
    long = undefined;
    const mode = parseInt(field(head, 100, 8).trim() || '0', 8);
    entries.push({ name, type: type === '5' ? 'folder' : 'file', mode, content: Buffer.from(content) });
  }
  return entries;
}

/** An archive of `{name, mode, content}`; a name that ends in a slash is a folder. */
export function pack(entries) {
  const parts = [];
  for (const { name, mode = 0o644, content = '' } of entries) {
    const data = Buffer.from(content);
    const head = Buffer.alloc(BLOCK);
    const octal = (value, at, length) => head.write(value.toString(8).padStart(length - 1, '0') + '\0', at, 'latin1');
    head.write(name.slice(0, 100), 0);
    octal(mode, 100, 8);
    octal(0, 108, 8);
    octal(0, 116, 8);
    octal(data.length, 124, 12);
    octal(0, 136, 12);
    head.write('        ', 148);
    head.write(name.endsWith('/') ? '5' : '0', 156);
    head.write('ustar\u000000', 257, 'latin1');
    let sum = 0;
    for (const byte of head) sum += byte;
    head.write(sum.toString(8).padStart(6, '0') + '\0 ', 148, 'latin1');
    parts.push(head, data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return Buffer.concat(parts);
}
