import { silentReporter } from '../../common/reporter.ts';
import { table } from '../../common/table.ts';
import { withUsualImage } from '../../cluster/create/index.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { checkMachine } from '../../diagnostics/checkFirst.ts';
import { type OutputFormat, print } from '../output.ts';
import { readConfigs } from '../readConfigs.ts';

/** `k3d doctor`. @throws when something can't work, once all has been printed */
export async function doctor(options: { config?: string; output: OutputFormat }): Promise<void> {
  const { clusters } = readConfigs(undefined, options.config, []);
  const engine = await connectEngine();
  const usual = await Promise.all(clusters.map((config) => withUsualImage(config, engine, silentReporter)));
  const checks = await checkMachine(engine, usual);
  print(options.output, checks, () =>
    table(
      ['CHECK', 'RESULT', 'FINDING'],
      checks.map(({ subject, level, text }) => [subject, level, text]),
    ),
  );
  if (checks.some(({ level }) => level === 'error')) process.exitCode = 1;
}
