import { host } from "#host";
import type { CorpusFile } from "./corpus-file.ts";
import { datasetFile } from "./dataset-file.ts";

/** The files of a corpus in their order, and what a folder has besides. */
export interface CorpusFiles {
  readonly files: readonly CorpusFile[];
  /** Files of a folder that are no texts by their endings. */
  readonly others: readonly string[];
}

const NPM = "npm:";
const JSONL = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;
const TEXT = /\.txt(?:\.gz)?$/i;

/** Whether a corpus is named by the path of a file or folder: anything with a `/`, a `\` or a `.`, except npm:. */
export function isCorpusPath(source: string): boolean {
  return !source.startsWith(NPM) && /[/\\.]/.test(source);
}

/** Whether a folder's file of this path belongs to a corpus, by its ending. */
export function isCorpusText(path: string): boolean {
  return JSONL.test(path) || TEXT.test(path);
}

/** The files of the corpus `source`, see `corpusSentences`. `field` says that standard input has JSON objects. */
export async function corpusFiles(source: string, field: string | undefined): Promise<CorpusFiles> {
  if (source === "-") return { files: [standardInput(field === undefined ? "text" : "jsonl")], others: [] };
  if (/^\w+:\/\//.test(source)) throw fromTheNetwork(source);
  if (source.startsWith(NPM)) return filesAt(source, host.packageFile(source.slice(NPM.length)));
  return isCorpusPath(source) ? filesAt(source, source) : { files: [await datasetFile(source)], others: [] };
}

function fromTheNetwork(source: string): Error {
  return new Error(
    `Cannot read the corpus ${source}: it must be a file, a folder or a data set, and this is an address. Remedy: load it first, for example with ` +
      `curl -LO ${source}, and give the path of the file`,
  );
}

/** The file or the files below the folder at `path`. */
async function filesAt(source: string, path: string): Promise<CorpusFiles> {
  const listed = await host.list(path);
  if (listed === undefined) return { files: [await fileAt(path)], others: [] };
  const join = (below: string): string => `${path.replace(/[/\\]+$/, "")}/${below}`;
  const others = listed.map((file) => file.path).filter((path) => !isCorpusText(path));
  const texts = listed.filter((file) => isCorpusText(file.path));
  const files = texts.map(({ path: below, size }) => fileOf(join(below), size));
  if (files.length > 0) return { files, others };
  const found = others.length === 0 ? "it is empty" : `it has only ${someOf(others)}`;
  throw new Error(
    `Cannot read the corpus ${source}: the folder must have files whose names end in .txt, .txt.gz, .jsonl or .jsonl.gz, ` +
      `but ${found}. Remedy: check the path, or rename the texts`,
  );
}

async function fileAt(path: string): Promise<CorpusFile> {
  const file = await host.open(path, { once: true }); // now, so that a missing file is named at once
  return { ...fileOf(path, file.size), open: async () => file };
}

function fileOf(path: string, size: number): CorpusFile {
  const kind = JSONL.test(path) ? "jsonl" : "text";
  return { name: path, kind, size, open: () => host.open(path, { once: true }) };
}

function standardInput(kind: CorpusFile["kind"]): CorpusFile {
  const file = host.stdin();
  if (file) return { name: "-", kind, size: file.size, open: async () => file };
  throw new Error(
    "Cannot read the corpus -: a page has no standard input. Remedy: a file or a data set, or open the lesson in Node",
  );
}

/** The first names of a list, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length > 4 ? ` and ${names.length - 3} more` : "";
  return names.slice(0, more === "" ? 4 : 3).join(", ") + more;
}
