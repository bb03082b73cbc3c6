import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const file = fileURLToPath(new URL('../src/api/types.ts', import.meta.url));

/** The docstring before a declaration, and its tags. */
function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  if (doc === undefined) throw new Error(`${node.getText().split('\n')[0]} has no docstring`);
  const text = ts.getTextOfJSDocComment(doc.comment) ?? '';
  const tags = (doc.tags ?? []).map((tag) => `Throws ${ts.getTextOfJSDocComment(tag.comment) ?? ''}.`);
  return [text, ...tags].join('\n\n').replaceAll('\n\n\n', '\n\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

function members(node: ts.InterfaceDeclaration): string {
  const rows = node.members.map((member) => {
    const signature = member.getText().replace(/;$/, '');
    return `| \`${cell(signature)}\` | ${cell(docOf(member))} |`;
  });
  return ['| Member | What it is |', '| --- | --- |', ...rows].join('\n');
}

/** What src/api/types.ts declares, as Markdown: functions first, then what they take and give. */
export function apiReference(): string {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2024, true);
  const functions: string[] = [];
  const others: string[] = [];
  for (const node of source.statements) {
    if (ts.isFunctionDeclaration(node)) {
      const signature = node.getText().replace(/^export declare /, '');
      functions.push(`### \`${node.name?.text}\`\n\n\`\`\`ts\n${signature}\n\`\`\`\n\n${docOf(node)}`);
    } else if (ts.isInterfaceDeclaration(node)) {
      others.push(`### \`${node.name.text}\`\n\n${docOf(node)}\n\n${members(node)}`);
    } else if (ts.isClassDeclaration(node)) {
      others.push(`### \`${node.name?.text}\`\n\n${docOf(node)}`);
    }
  }
  return [...functions, ...others].join('\n\n');
}
