/** On whose behalf something was made: a process, known for sure among all that have ever run. */
export interface CreationOwner {
  /**
   * `job`: the runner's, which outlives the step; what it made is to be gone when it is. `create`: the one that creates;
   * what it has finished stays.
   */
  kind: 'job' | 'create';
  /** Name of its machine, and which boot and process namespace of it; empty where there is no such thing. */
  host: string;
  boot: string;
  /** Its id there, and its start time in ticks since the boot. */
  pid: number;
  start: string;
  /** The runner's run and job, for people; empty outside of one. */
  run: string;
  /** When the creation began, in milliseconds since 1970. */
  at: number;
}

/** What a creation's label says. */
export interface Creation {
  id: string;
  /** Undefined: nobody may take it for a leftover. */
  owner: CreationOwner | undefined;
}

/** Text without what separates fields. */
const plain = (text: string): string => text.replace(/[^\w.:/-]/g, '-');

/** The label's value: `ID` or `ID;kind=job;run=…;host=…;boot=…;pid=…;start=…;at=…`. */
export function formatCreation({ id, owner }: Creation): string {
  if (owner === undefined) return id;
  const { kind, run, host, boot, pid, start, at } = owner;
  const fields = { kind, run: plain(run), host: plain(host), boot: plain(boot), pid, start, at };
  return [id, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(';');
}

/** Reads the label's value; what is not as we write it has no owner. */
export function parseCreation(text: string): Creation {
  const [id = '', ...parts] = text.split(';');
  const fields = new Map(parts.map((part) => part.split('=', 2) as [string, string]));
  const kind = fields.get('kind');
  const [pid, at] = [Number(fields.get('pid')), Number(fields.get('at'))];
  if ((kind !== 'job' && kind !== 'create') || !Number.isInteger(pid) || !(at > 0)) return { id, owner: undefined };
  const field = (name: string): string => fields.get(name) ?? '';
  const owner = { kind, pid, at, host: field('host'), boot: field('boot'), start: field('start'), run: field('run') };
  return { id, owner: owner as CreationOwner };
}
