import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Signals that a terminal sends to a plugin as well as to us. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The program `k3d-<name>` on the PATH. @returns undefined when there is none */
export function findPlugin(name: string, env: NodeJS.ProcessEnv): string | undefined {
  if (!/^[a-z0-9][\w.-]*$/i.test(name)) return undefined;
  const paths = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return paths.map((folder) => join(folder, `k3d-${name}`)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Runs a plugin in our place. @returns its exit code, or as a shell has it 128 and the signal that ended it */
export function runPlugin(path: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: 'inherit' });
    // It decides what a signal means; we only wait for it.
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const one of SIGNALS) process.off(one, passOn);
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : 15));
    });
  });
}
