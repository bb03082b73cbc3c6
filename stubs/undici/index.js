/** Asked for only by getAgentDispatcher of @actions/http-client, which is for clients of GitHub's API. */
export class ProxyAgent {
  constructor() {
    throw new Error('undici is not part of this bundle');
  }
}
