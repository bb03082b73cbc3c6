import { AsyncLocalStorage } from 'node:async_hooks';
import { type AgentOptions, type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** The requests that a call of dockerode has made. */
const requestsOfCall = new AsyncLocalStorage<Set<ClientRequest>>();

/** As Node's own global agents are: connections are kept for the next request, and given up after some seconds. */
const KEPT: AgentOptions = { keepAlive: true, scheduling: 'lifo', timeout: 5000 };

/** An agent for connections to an engine. */
export const engineAgent = (secure: boolean): HttpAgent =>
  watchRequests(secure ? new HttpsAgent(KEPT) : new HttpAgent(KEPT));

/** What every agent has and Node's types don't tell of. */
interface TakesRequests {
  addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

/**
 * Lets requests over `agent` be ended with the call that they belong to. docker-modem listens to requests and not to
 * their answers: an answer that breaks off is made a failure of its request, else it would be waited for.
 */
export function watchRequests<A extends HttpAgent>(agent: A): A {
  const own = agent as unknown as TakesRequests;
  const add = own.addRequest.bind(agent);
  own.addRequest = (request, ...rest) => {
    requestsOfCall.getStore()?.add(request);
    request.once('response', (response: IncomingMessage) =>
      response.once('error', (error) => request.emit('error', error)),
    );
    add(request, ...rest);
  };
  return agent;
}

/**
 * Runs a call of dockerode.
 * @returns its answer, and a way to end it: dockerode has none for most calls, and sockets that nobody waits for would
 *   keep the process alive
 */
export function endable<T>(call: () => Promise<T>): { answer: Promise<T>; end: () => void } {
  const requests = new Set<ClientRequest>();
  const answer = requestsOfCall.run(requests, call);
  return { answer, end: () => requests.forEach((request) => request.destroy()) };
}
