import { existsSync, writeFileSync } from 'node:fs';
import { UserError } from '../../common/errors.ts';
import { readText } from '../../common/text.ts';
import { DEFAULT_CLUSTER_NAME, DEFAULTS } from '../../config/defaults.ts';
import { readDocuments } from '../../config/document.ts';
import { tidyDocument } from '../../config/migrate.ts';
import { readConfigText } from '../../config/file.ts';
import { MAJOR, REPOSITORY } from '../../config/project.ts';
import { CONFIG_API_VERSION, CONFIG_KIND } from '../../config/schema.ts';

/** `k3d config init` */
export function configInit({ output, force }: { output: string; force?: boolean }): void {
  write(output, template(), force === true);
  if (output !== '-') console.log(output);
}

function template(): string {
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/${MAJOR}/schema/config.json
apiVersion: ${CONFIG_API_VERSION}
kind: ${CONFIG_KIND}
metadata:
  name: ${DEFAULT_CLUSTER_NAME}
servers: ${DEFAULTS.servers}
agents: ${DEFAULTS.agents}
image: docker.io/${DEFAULTS.image}
`;
}

/** `k3d config migrate` */
export function configMigrate(input: string, output: string): void {
  const text = input === '-' ? readText(0) : readConfigText(input, process.cwd());
  // Variables stay as they are written: what they stand for is nobody's business but the one's who runs it.
  const documents = readDocuments(text, input === '-' ? 'standard input' : input, undefined);
  for (const { document } of documents) tidyDocument(document);
  write(output, documents.map(({ document }) => document.toString({ lineWidth: 0 })).join(''), true);
}

function write(path: string, text: string, replace: boolean): void {
  if (path === '-') {
    process.stdout.write(text);
    return;
  }
  if (existsSync(path) && !replace) throw new UserError(`flag --output: ${path} exists already: --force replaces it`);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError(`${path} can't be written: ${(error as Error).message}`, { cause: error });
  }
}
