import { X509Certificate } from 'node:crypto';
import { messageOf, UserError } from '../common/errors.ts';
import { readText } from '../common/text.ts';

/** The variable by which Node's own programs, the action among them, are told of certificates (nodejs.org: cli). */
const CA_VARIABLE = 'NODE_EXTRA_CA_CERTS';

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/**
 * Certificates of authorities to trust besides the usual ones.
 * @param text PEM, one or more
 * @returns the certificates alone, one after the other
 * @throws UserError naming the certificate that is none
 */
export function readCaCertificates(text: string, where: string): string {
  const blocks = text.match(BLOCK) ?? [];
  if (blocks.length === 0)
    throw new UserError(
      `${where}: there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----`,
    );
  for (const [index, block] of blocks.entries()) {
    try {
      new X509Certificate(block);
    } catch (error) {
      throw new UserError(`${where}: certificate ${index + 1} of ${blocks.length} is malformed: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
  return `${blocks.join('\n')}\n`;
}

/**
 * The certificates that the environment names for Node's programs.
 * @returns undefined where there are none: Node itself only warns of a file that is not there or no certificate
 */
export function caCertificatesOf(env: NodeJS.ProcessEnv): string | undefined {
  const path = env[CA_VARIABLE];
  if (!path) return undefined;
  try {
    return readCaCertificates(readText(path), path);
  } catch {
    return undefined;
  }
}
