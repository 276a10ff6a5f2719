import ts from "typescript";

/**
 * Whether what looks like a line comment at `position` is part of a template string or a block comment. jupytext would
 * split the cell there; TypeScript would not.
 */
export function isInsideToken(source: ts.SourceFile, position: number): boolean {
  const token = tokenAround(source, source, position);
  if (position >= token.getStart(source)) return token.kind !== ts.SyntaxKind.EndOfFileToken;
  const comments = ts.getLeadingCommentRanges(source.text, token.getFullStart()) ?? [];
  const trailing = ts.getTrailingCommentRanges(source.text, token.getFullStart()) ?? [];
  return [...comments, ...trailing].some(
    ({ kind, pos, end }) => kind === ts.SyntaxKind.MultiLineCommentTrivia && pos < position && position < end,
  );
}

function tokenAround(node: ts.Node, source: ts.SourceFile, position: number): ts.Node {
  const child = node
    .getChildren(source)
    .find((part) => part.getFullStart() <= position && (position < part.getEnd() || isEnd(part)));
  return child ? tokenAround(child, source, position) : node;
}

function isEnd(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.EndOfFileToken;
}
