const END = "<!-- end: npm run docs -->";

/** The text of `file` with `content` in the generated part `name`, which two marker lines enclose. */
export function betweenMarkers(text: string, name: string, content: string, file: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const from = text.indexOf(`${begin}\n`);
  const to = text.indexOf(`\n${END}\n`, from);
  if (from < 0 || to < 0) {
    throw new SyntaxError(
      `Cannot write the part "${name}" of ${file}: the lines ${begin} and ${END}, which enclose it, are missing`,
    );
  }
  return `${text.slice(0, from)}${begin}\n\n${content}\n${text.slice(to)}`;
}
