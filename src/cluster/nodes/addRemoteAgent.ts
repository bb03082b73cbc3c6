import { UserError } from '../../common/errors.ts';
import { DEFAULT_NETWORK } from '../../contract/names.ts';
import { planRemoteAgent } from '../../plan/clone.ts';
import { nodeFiles } from '../../plan/nodeFiles.ts';
import { type AddNodes, checkNamesFree, startNew } from './addNodes.ts';
import { settleAll } from '../../common/settleAll.ts';
import type { WorkContext } from '../context.ts';
import { ensureImage } from '../images/index.ts';

/**
 * Adds agents to a cluster that is not on this engine. Whether they become Ready can't be seen from here: there are no
 * rights to ask that cluster.
 * @param url of a server, e.g. `https://10.0.0.5:6443`
 * @throws UserError when the token is missing or a name is taken
 */
export async function addRemoteAgents(
  url: string,
  request: AddNodes & { image: string },
  { engine, reporter, signal }: WorkContext,
): Promise<void> {
  const { token, networks } = request;
  if (token === undefined) throw new UserError(`flag --token: the cluster at ${url} asks for its token`);
  if (request.role !== 'agent') throw new UserError(`flag --role: only agents can join a cluster that is elsewhere`);
  await checkNamesFree(engine, request.names);
  await ensureImage(engine, request.image, reporter, signal);
  const [network = DEFAULT_NETWORK, ...others] = networks;
  const made: string[] = [];
  try {
    for (const name of request.names) {
      const container = planRemoteAgent({ ...request, name, url, token }, network);
      const files = nodeFiles('agent', container.image, request.disabledFixes, container.memory, container.binds);
      await startNew(engine, { container, files }, others, made);
    }
  } catch (error) {
    await settleAll(made.map((name) => engine.containers.remove(name)));
    throw error;
  }
}
