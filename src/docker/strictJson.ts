import type { IncomingMessage } from 'node:http';
import type Docker from 'dockerode';

type Answered = (error: Error | null, answer: unknown) => void;
type BuildPayload = (
  error: Error | null,
  isStream: boolean,
  statusCodes: Record<number, true | string>,
  openStdin: boolean,
  request: unknown,
  response: IncomingMessage,
  body: unknown,
  answered: Answered,
) => void;

/**
 * Makes dockerode refuse an answer that says it is JSON and is not: by itself it hands its bytes on, on which every
 * property is just missing.
 */
export function insistOnJson(docker: Docker): Docker {
  const modem = docker.modem as unknown as { buildPayload: BuildPayload };
  const build = modem.buildPayload.bind(modem);
  modem.buildPayload = (error, isStream, statusCodes, openStdin, request, response, body, answered) => {
    const spoilt = !error && !isStream && statusCodes[response.statusCode ?? 0] === true && isSpoilt(response, body);
    const failure = spoilt ? new SyntaxError('an answer of the Docker engine is no JSON') : error;
    build(failure, isStream, statusCodes, openStdin, request, response, body, answered);
  };
  return docker;
}

/** JSON's `null` is read as bytes too, and is well. */
function isSpoilt({ headers }: IncomingMessage, body: unknown): boolean {
  if (!Buffer.isBuffer(body) || !(headers['content-type'] ?? '').startsWith('application/json')) return false;
  return body.length > 0 && body.toString().trim() !== 'null';
}
