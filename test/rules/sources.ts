/** The project's own source files and what they import, for the rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export const root = resolve(import.meta.dirname, '../..');

export interface Source {
  /** Relative to the root, with forward slashes. */
  path: string;
  text: string;
  imports: { from: string; typeOnly: boolean }[];
  /** The ESTree program. */
  program: unknown;
}

/** Every .ts and .tsx file below the given folders. */
export function sources(...folders: string[]): Source[] {
  return folders.flatMap((folder) => files(join(root, folder))).map((file) => parse(file));
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : files(join(folder, entry.name));
    return /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

function parse(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const { program } = parseSync(file, text);
  const imports: Source['imports'] = [];
  walk(program, (node) => {
    const source = node.source as { value?: string } | undefined;
    if (!/^(Import|Export).*Declaration$|^ImportExpression$/.test(node.type) || !source?.value) return;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
    imports.push({ from: place(file, source.value), typeOnly });
  });
  return { path: relative(root, file).replaceAll('\\', '/'), text, imports, program };
}

/** A relative import becomes a path from the root; a package keeps its name. */
function place(file: string, from: string): string {
  return from.startsWith('.') ? relative(root, resolve(dirname(file), from)).replaceAll('\\', '/') : from;
}

export interface Node {
  type: string;
  [key: string]: unknown;
}

/** Visits every node of an ESTree, parents first; `visit` gets the path of parents, nearest last. */
export function walk(node: unknown, visit: (node: Node, parents: Node[]) => void, parents: Node[] = []): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit, parents);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    visit(node as Node, parents);
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') walk(value, visit, [...parents, node as Node]);
  }
}
