import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messageOf, UserError } from '../../common/errors.ts';
import { DEFAULT_CLUSTER_NAME } from '../../config/defaults.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { openPage } from '../openPage.ts';
import { connectEngine } from '../../cluster/dind/index.ts';
import { unknownCluster } from '../../cluster/find/index.ts';

/** Flags of `cluster diagnose`. */
export interface DiagnoseOptions {
  output: string;
  open?: boolean;
  verbose?: boolean;
}

/** `k3d cluster diagnose`: what is wrong, and where the rest is; with --verbose the state of things as well. */
export async function clusterDiagnose(names: string[], options: DiagnoseOptions): Promise<void> {
  const folder = resolve(options.output);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError(`flag --output: ${options.output} can't be made: ${messageOf(error)}`, { cause: error });
  }
  const engine = await connectEngine();
  for (const name of names.length > 0 ? names : [DEFAULT_CLUSTER_NAME]) {
    const diagnosis = await diagnose(engine, name, join(folder, name));
    if (diagnosis === undefined) throw await unknownCluster(engine, name);
    const { findings, sections, index } = diagnosis;
    const parts = options.verbose === true ? sections.map(({ title, text }) => `${title}\n${text}`) : [];
    if (options.open) await openPage(index);
    console.log([`Cluster ${name}\n${findings}`, ...parts, `Full report: ${index}`].join('\n\n'));
  }
}
