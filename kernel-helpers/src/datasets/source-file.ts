/** A file of a package, as a recipe gets it. */
export interface SourceFile {
  /** Its path in the package, with "/" between names. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How the records of a data set are made from a package. */
export interface Recipe {
  /** Whether the recipe needs the file of this path; an archive inside the package is opened if it is needed. */
  needs(path: string): boolean;
  /** The records. Throws Error if the files are not as expected. */
  make(files: readonly SourceFile[]): object[];
}

/** The text of the only file whose path has this ending; bytes that are not UTF-8 become U+FFFD. */
export function textOf(files: readonly SourceFile[], ending: string): string {
  const found = files.filter(({ path }) => path.endsWith(ending));
  const [file] = found;
  if (file && found.length === 1) return new TextDecoder().decode(file.bytes);
  throw new Error(
    `Cannot make the data set as the package must have one file ${ending}: it has ${found.length}. ` +
      "Remedy: w2v data remove the data set, and get it again",
  );
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== "");
}
