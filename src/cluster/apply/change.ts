/** One thing to do. */
export interface Change {
  /** As it is said to the user, one line or several: `+ node k3d-dev-agent-1`. */
  text: string;
  run: () => Promise<void>;
}
