import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from 'node:http2';
import { decodeFields, encodeNumber } from './protobuf.ts';

/** How a k3s server's own client speaks with etcd. PEM texts. */
export interface EtcdCredentials {
  /** e.g. `https://172.18.0.3:2379` */
  server: string;
  ca: string;
  cert: string;
  key: string;
}

export interface EtcdMember {
  id: bigint;
  /** Name of its node and a suffix of k3s's; empty as long as it has not started. */
  name: string;
  /** Whether it follows without a vote yet. */
  isLearner: boolean;
}

/** How long a call may take, in milliseconds. */
const CALL_TIMEOUT_MS = 3000;
/** gRPC's frames: a byte for compression, four for the length. */
const FRAME_HEADER = 5;

/** The calls of etcd's gRPC API that are needed here (etcd: api/etcdserverpb/rpc.proto). */
export class EtcdClient {
  readonly #session: ClientHttp2Session;

  constructor({ server, ca, cert, key }: EtcdCredentials) {
    this.#session = connect(server, { ca, cert, key });
    this.#session.on('error', () => undefined); // each call fails with it
  }

  /** All members, learners included. */
  async members(): Promise<EtcdMember[]> {
    const answer = await this.#call('MemberList', Buffer.alloc(0));
    return decodeFields(answer).flatMap(({ number, value }) =>
      number === 2 && Buffer.isBuffer(value) ? [toMember(value)] : [],
    );
  }

  /** Gives a learner its vote. @throws Error when etcd finds that it does not follow closely enough yet */
  async promote(id: bigint): Promise<void> {
    await this.#call('MemberPromote', encodeNumber(1, id));
  }

  /** Takes a member out, whether it runs or not. @throws Error when it is none, or those that run are too few to decide */
  async remove(id: bigint): Promise<void> {
    await this.#call('MemberRemove', encodeNumber(1, id));
  }

  /** Has another member lead. @throws Error when the member that is asked does not lead, or the other one does not follow */
  async moveLeader(to: bigint): Promise<void> {
    await this.#call('MoveLeader', encodeNumber(1, to), 'Maintenance');
  }

  close(): void {
    this.#session.destroy();
  }

  #call(method: string, message: Buffer, service = 'Cluster'): Promise<Buffer> {
    const frame = Buffer.alloc(FRAME_HEADER + message.length);
    frame.writeUInt32BE(message.length, 1);
    message.copy(frame, FRAME_HEADER);
    return new Promise((resolve, reject) => {
      const stream = this.#session.request({
        ':method': 'POST',
        ':path': `/etcdserverpb.${service}/${method}`,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      const chunks: Buffer[] = [];
      let status: string | undefined;
      let reason = '';
      const note = (headers: IncomingHttpHeaders): void => {
        const { 'grpc-status': code, 'grpc-message': text } = headers;
        if (typeof code === 'string') status = code;
        if (typeof text === 'string') reason = decoded(text);
      };
      stream.setTimeout(CALL_TIMEOUT_MS, () => stream.destroy(new Error(`etcd ${method}: no answer`)));
      stream.on('response', note).on('trailers', note);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('close', () => {
        if (status === '0') resolve(Buffer.concat(chunks).subarray(FRAME_HEADER));
        else reject(new Error(`etcd ${method}: ${reason || `status ${status ?? 'unknown'}`}`));
      });
      stream.end(frame);
    });
  }
}

/** gRPC writes messages as parts of URLs; one that is none is shown as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toMember(message: Buffer): EtcdMember {
  const member: EtcdMember = { id: 0n, name: '', isLearner: false };
  for (const { number, value } of decodeFields(message)) {
    if (number === 1 && typeof value === 'bigint') member.id = value;
    if (number === 2 && Buffer.isBuffer(value)) member.name = value.toString('utf8');
    if (number === 5) member.isLearner = value === 1n;
  }
  return member;
}
