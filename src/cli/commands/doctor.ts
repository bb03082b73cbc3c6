import { table } from '../../common/table.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { checkMachine } from '../../diagnostics/checkFirst.ts';
import { type OutputFormat, print } from '../output.ts';
import { readConfigs } from '../readConfigs.ts';

/** `k3d doctor`. @throws when something can't work, once all has been printed */
export async function doctor(options: { config?: string; output: OutputFormat }): Promise<void> {
  const { clusters } = readConfigs(undefined, options.config, []);
  const checks = await checkMachine(await connectEngine(), clusters);
  print(options.output, checks, () =>
    table(
      ['CHECK', 'RESULT', 'FINDING'],
      checks.map(({ subject, level, text }) => [subject, level, text]),
    ),
  );
  if (checks.some(({ level }) => level === 'error')) process.exitCode = 1;
}
