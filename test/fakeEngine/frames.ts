/** Docker's frame for outputs of containers without a terminal: stream, three zeros, length, content. */
export function frame(stream: 1 | 2, text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(content.length, 4);
  return Buffer.concat([header, content]);
}
