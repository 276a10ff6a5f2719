import ts from "typescript";

/** The text of a declaration file without comments; with `documentation`, doc comments except licences are kept. */
export function withoutComments(
  text: string,
  { documentation }: { readonly documentation: boolean },
): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  let kept = "";
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const part = scanner.getTokenText();
    if (!isComment(token) || part.startsWith("///") || (documentation && isDocumentation(part))) kept += part;
  }
  return `${kept.replace(/^\s*\n/gm, "").trim()}\n`;
}

function isComment(token: ts.SyntaxKind): boolean {
  return token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia;
}

function isDocumentation(comment: string): boolean {
  return comment.startsWith("/**") && !/@license|Copyright/.test(comment);
}
