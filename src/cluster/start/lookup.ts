import type { Engine } from '../../docker/engine.ts';
import type { Lookup } from '../../kubernetes/dns.ts';
import { messageOf } from '../../common/errors.ts';
import { within } from '../../common/within.ts';
import { EngineLostError } from '../../docker/errors.ts';
import { lastLine } from '../images/index.ts';

/** What a shell, and the engine, say of a program that is not there. */
const NO_PROGRAM = [126, 127];
/** How long one lookup may take before it is made anew, in milliseconds: the program itself waits for longer. */
const LOOKUP_MS = 3000;

/** What a lookup from one node came to. */
interface Answer {
  node: string;
  problem: string | undefined;
  /** Whether the name was found, and not only answered. */
  found: boolean;
}

/**
 * Looks names up from nodes, whose network rules are those of their pods: each gets its own, the later ones a moment after
 * they are Ready. Node images have busybox's nslookup.
 */
export function lookupIn(engine: Engine, nodes: readonly string[], signal: AbortSignal): Lookup {
  return async (name, server) => {
    const command = ['nslookup', '-type=a', name, server];
    const answers = await Promise.all(nodes.map((node) => lookUp(engine, node, command, signal)));
    // What one node finds, all have to: where rules are missing, a name server of the world outside may answer.
    const isKnown = answers.some(({ found }) => found);
    const lacking = answers.find(
      ({ problem, found }) => problem !== undefined && (isKnown ? !found : !isUnknown(problem)),
    );
    return lacking && (nodes.length === 1 ? lacking.problem : `from ${lacking.node}: ${lacking.problem}`);
  };
}

/** The name is unknown where the domain is another, set in a file: that is an answer too. */
const isUnknown = (problem: string): boolean => /NXDOMAIN/.test(problem);

async function lookUp(engine: Engine, node: string, command: readonly string[], signal: AbortSignal): Promise<Answer> {
  const asked = engine.containers
    .exec(node, command, undefined, signal)
    .then(({ exitCode, stdout, stderr }): Answer => {
      const said = `${stdout}\n${stderr}`;
      if (exitCode === 0) return { node, problem: undefined, found: true };
      // An image without it, of the user's own, is taken at CoreDNS's word.
      if (NO_PROGRAM.includes(exitCode)) return { node, problem: undefined, found: false };
      return { node, problem: isUnknown(said) ? 'NXDOMAIN' : lastLine(said), found: false };
    });
  const late = new Error('late');
  return within(asked, { ms: LOOKUP_MS, late: () => late, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof EngineLostError) throw error;
    // A node that is not well is somebody else's to say, who knows why.
    const problem = error === late ? `no answer within ${LOOKUP_MS / 1000} s` : messageOf(error);
    return { node, problem, found: false };
  });
}
