import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const runFile = promisify(execFile);

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. @param cwd folder that it runs in; undefined: that of this process */
export async function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<Ran> {
  try {
    const options = { env: { ...process.env, ...env }, cwd, maxBuffer: 64 << 20 };
    const { stdout, stderr } = await runFile(program, args, options);
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: typeof code === 'number' ? code : -1, stdout, stderr };
  }
}

/** The docker command; a failure fails the test. */
export async function docker(...args: string[]): Promise<string> {
  const ran = await run('docker', args);
  if (ran.status !== 0) throw new Error(`docker ${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout.trim();
}
