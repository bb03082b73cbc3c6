/*
 * As much of protobuf's wire format as etcd's membership calls need: varints and length-delimited fields.
 * https://protobuf.dev/programming-guides/encoding/
 */

/** A field of a message: a number, or bytes that the reader knows the meaning of. */
export interface Field {
  number: number;
  value: bigint | Buffer;
}

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** A message with one number in it. */
export function encodeNumber(field: number, value: bigint): Buffer {
  return Buffer.from([field << 3, ...varint(value)]);
}

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    const low = Number(rest & 0x7fn);
    if (rest < 0x80n) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** The fields of a message, in their order; those of fixed length are left out. */
export function decodeFields(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const read = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new Error('a protobuf message ends in the middle of a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = Number(read());
    const number = tag >> 3;
    switch (tag & 7) {
      case VARINT:
        fields.push({ number, value: read() });
        break;
      case BYTES: {
        const length = Number(read());
        fields.push({ number, value: message.subarray(at, at + length) });
        at += length;
        break;
      }
      case FIXED64:
        at += 8;
        break;
      case FIXED32:
        at += 4;
        break;
      default:
        throw new Error(`a protobuf message has a field of unknown kind ${tag & 7}`);
    }
  }
  return fields;
}
