import { DEFAULT_K3S_VERSION } from '../../config/defaults.ts';
import { K3D_CONTRACT_VERSION } from '../../plan/labels.ts';
import { type OutputFormat, print } from '../output.ts';
import { VERSION } from '../version.ts';

/** `k3d version` */
export function version(options: { output: OutputFormat }): void {
  const value = { 'k3d-action': VERSION, k3d: K3D_CONTRACT_VERSION, k3s: DEFAULT_K3S_VERSION };
  print(options.output, value, () =>
    [
      `k3d-action ${VERSION}`,
      `compatible with k3d ${K3D_CONTRACT_VERSION}`,
      `k3s ${DEFAULT_K3S_VERSION} (default)`,
    ].join('\n'),
  );
}
