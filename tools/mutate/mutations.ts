import ts from "typescript";
import { RULES, type Rule } from "./rules.ts";

/** One small change of a source that a test should notice. */
export interface Mutation {
  /** Place of the change, from 1. */
  readonly line: number;
  readonly column: number;
  /** Where the replaced text begins and ends. */
  readonly start: number;
  readonly end: number;
  /** The text that is replaced, and what stands there instead. */
  readonly was: string;
  readonly now: string;
}

/** Every mutation of a source that the rules make, from its top to its end. Types, imports and exports have none. */
export function mutationsOf(file: string, text: string, rules: readonly Rule[] = RULES): Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (isSkipped(node)) return;
    for (const rule of rules) {
      for (const { node: replaced, until = replaced, now } of rule(node)) {
        const start = replaced.getStart(source);
        const { line, character } = source.getLineAndCharacterOfPosition(start);
        const place = { line: line + 1, column: character + 1 };
        found.push({ ...place, start, end: until.end, was: text.slice(start, until.end), now });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The source with the mutation in it. */
export function mutated(text: string, { start, end, now }: Mutation): string {
  return text.slice(0, start) + now + text.slice(end);
}

function isSkipped(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}
