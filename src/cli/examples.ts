import type { Command } from 'commander';
import { commandsOf } from './commandsOf.ts';

/** Command lines that show what a command is for, by its words: below its help, and on its page. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'cluster create': [
    'k3d cluster create',
    'k3d cluster create dev --servers 3 --agents 2',
    'k3d cluster create dev --port 8080:80@loadbalancer',
    'k3d cluster create dev --registry-create registry.localhost:5000',
  ],
  'cluster apply': ['k3d cluster apply --config k3d.yaml --dry-run'],
  'cluster edit': ['k3d cluster edit dev --port-add 8443:443@loadbalancer'],
  'cluster upgrade': ['k3d cluster upgrade dev --k3s-version v1.34'],
  'cluster reset': ['k3d cluster reset dev'],
  'cluster wait': ['k3d cluster wait dev --for "deployment/web -n shop" --timeout 2m'],
  'cluster diagnose': ['k3d cluster diagnose dev --open'],
  'node create': ['k3d node create worker --cluster dev --replicas 2'],
  'registry create': ['k3d registry create registry.localhost --port 5000'],
  'image import': ['k3d image import web:dev --cluster dev', 'docker save web:dev | k3d image import -'],
  'snapshot save': ['k3d snapshot save dev', 'k3d snapshot save --cluster dev --file dev.tar.zst'],
  'snapshot restore': ['k3d snapshot restore dev --cluster copy --no-ports'],
  'kubeconfig get': ['k3d kubeconfig get dev > dev.kubeconfig'],
  'kubeconfig merge': ['k3d kubeconfig merge dev --kubeconfig-merge-default'],
  'config init': ['k3d config init --output k3d.yaml'],
  doctor: ['k3d doctor --config k3d.yaml'],
  completion: ['k3d completion bash > /etc/bash_completion.d/k3d'],
};

/** Adds the examples to the help of the commands below `program`. */
export function addExamples(program: Command): void {
  for (const [words, command] of commandsOf(program)) {
    const examples = EXAMPLES[words.join(' ')];
    if (examples !== undefined) command.addHelpText('after', `\nExamples:\n  ${examples.join('\n  ')}`);
  }
}
