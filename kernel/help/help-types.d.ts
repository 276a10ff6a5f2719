import type {
  CompilerOptions,
  LanguageService,
  LanguageServiceHost,
  SourceFile,
  TypeChecker,
} from "typescript";

/** TypeScript's public interface, as the parts of the help use it. */
export type TS = typeof import("typescript");

/** What help needs from the program that compiles the cells, and from the files around it. */
export interface HelpHost
  extends Pick<
    LanguageServiceHost,
    | "getCurrentDirectory"
    | "getDefaultLibFileName"
    | "directoryExists"
    | "getDirectories"
    | "readDirectory"
    | "realpath"
  > {
  options(): CompilerOptions;
  /** A file that the program has read, except the cells themselves. */
  sourceFile(name: string): (SourceFile & { readonly version?: string }) | undefined;
  readFile(name: string): string | undefined;
  fileExists(name: string): boolean;
}

/** A cell as the language service sees it. */
export interface CellView {
  readonly service: LanguageService;
  readonly checker: TypeChecker;
  readonly cell: SourceFile;
  /** Name of the cell's file, and of the file with the declarations of earlier cells. */
  readonly file: string;
  readonly declared: string;
  /** The cell as written, and where it begins in its file. */
  readonly source: string;
  readonly offset: number;
}

/** Candidates to replace the text between `start` and `end` in the cell, best first. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly text: string;
  /** What it is, in the words of Jupyter's front ends: "function", "instance", "class", … */
  readonly type: string;
  /** Its type or call signature; "" if it has none or is far down the list. */
  readonly signature: string;
}

/** What is known about a position in a cell. */
export interface Inspection {
  readonly markdown: string;
  readonly text: string;
}
