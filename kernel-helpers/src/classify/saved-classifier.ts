import { host } from "#host";
import { crc32c, parsedJson, type Table } from "../base/index.ts";
import { requireTokenizer, type TokenizerName } from "../tokens/index.ts";
import { decodeWord2vecBinary, encodeWord2vecBinary } from "../vectors/index.ts";
import { cardText } from "./card-text.ts";
import { CONFIG, FORMAT, requireClassifierFolder } from "./classifier-folder.ts";
import type { ModelCard, TextClassifier } from "./text-classifier.ts";

/** The version of the folder's format; a reader refuses another. */
const VERSION = 1;

/** A file of the folder, with what its bytes must be. */
interface KeptFile {
  readonly file: string;
  readonly bytes: number;
  /** CRC-32C. */
  readonly sum: number;
}

/** What model.json holds. */
interface Config {
  readonly format: string;
  readonly version: number;
  readonly classes: readonly string[];
  readonly tokenizer: TokenizerName;
  readonly words: number;
  readonly vectorSize: number;
  readonly card: ModelCard;
  readonly files: { readonly vectors: KeptFile; readonly head: KeptFile };
}

/**
 * Saves a classifier into a folder: its vectors in word2vec's binary format, the dense layer, `model.json` with the names and the card, and the card as README.md.
 * `model.json` is written last, and files have their checksum in their name: a reader, a crash or a full disk meets the old classifier or the new one. What the
 * old one had besides is then removed. Throws Error if the folder cannot be written, and RangeError as `requireClassifierFolder` does.
 */
export async function saveClassifier(folder: string, classifier: TextClassifier): Promise<void> {
  await requireClassifierFolder(folder);
  const before = await readConfig(folder).catch(() => undefined);
  const { classes, tokenizer, vectors, weights, bias, card } = classifier;
  const head = new TextEncoder().encode(JSON.stringify({ weights: [...weights.data], bias: [...bias.data] }));
  const files = {
    vectors: await keep(folder, "vectors", "bin", encodeWord2vecBinary(vectors)),
    head: await keep(folder, "head", "json", head),
  };
  const { rows: words, width: vectorSize } = vectors.table;
  const config: Config = {
    format: FORMAT,
    version: VERSION,
    classes,
    tokenizer,
    words,
    vectorSize,
    card,
    files,
  };
  await host.write(`${folder}/README.md`, new TextEncoder().encode(cardText(card)));
  await host.write(`${folder}/${CONFIG}`, new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`));
  const now = new Set(Object.values(files).map(({ file }) => file));
  for (const { file } of Object.values(before?.files ?? {}))
    if (!now.has(file)) await host.remove(`${folder}/${file}`);
}

/**
 * Loads what `saveClassifier` saved. Throws RangeError, with the reason and a remedy, for a folder that is none, another version, damaged files and a dense layer that does
 * not fit the vectors.
 */
export async function loadClassifier(folder: string): Promise<TextClassifier> {
  const { classes, tokenizer, words, vectorSize, card, files } = await readConfig(folder);
  const vectors = decodeWord2vecBinary(await keptBytes(folder, files.vectors));
  const head = parsedJson(new TextDecoder().decode(await keptBytes(folder, files.head)));
  const table = (name: "weights" | "bias", rows: number, width: number): Table => {
    const numbers = (head as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    const data = Float64Array.from(Array.isArray(numbers) ? (numbers as number[]) : []);
    if (data.length === rows * width && data.every(Number.isFinite)) return { rows, width, data };
    throw unusable(folder, `its ${name} must be ${rows * width} finite numbers`);
  };
  if (vectors.words.length !== words || vectors.table.width !== vectorSize) {
    throw unusable(
      folder,
      `it must have ${words} vectors of ${vectorSize} numbers, but has ${vectors.words.length} of ${vectors.table.width}`,
    );
  }
  const weights = table("weights", classes.length, vectorSize);
  return { classes, tokenizer, vectors, weights, bias: table("bias", 1, classes.length), card };
}

async function keep(folder: string, name: string, ending: string, bytes: Uint8Array): Promise<KeptFile> {
  const sum = crc32c(bytes);
  const file = `${name}-${sum.toString(16).padStart(8, "0")}.${ending}`;
  await host.write(`${folder}/${file}`, bytes);
  return { file, bytes: bytes.length, sum };
}

async function keptBytes(folder: string, { file, bytes, sum }: KeptFile): Promise<Uint8Array> {
  if (/[/\\]/.test(file)) throw unusable(folder, `model.json names the file ${file}, which lies elsewhere`);
  const found = await host.read(`${folder}/${file}`);
  if (found.length === bytes && crc32c(found) === sum) return found;
  throw unusable(folder, `${file} is damaged: it has ${found.length} bytes of ${bytes}, or other ones`);
}

async function readConfig(folder: string): Promise<Config> {
  const text = new TextDecoder().decode(await host.read(`${folder}/${CONFIG}`));
  const config = parsedJson(text) as Partial<Config> | undefined;
  if (config?.format !== FORMAT) throw unusable(folder, `${CONFIG} is not that of a text classifier`);
  if (config.version !== VERSION) {
    throw unusable(
      folder,
      `its version is ${String(config.version)}, and this program reads version ${VERSION}`,
    );
  }
  const { classes, files, tokenizer = "" } = config;
  const isNamed = Array.isArray(classes) && new Set(classes).size === classes.length && classes.every(isText);
  const hasFiles = isText(files?.vectors?.file) && isText(files?.head?.file);
  if (!isNamed || classes.length < 2 || !hasFiles || !isCard(config.card)) {
    throw unusable(folder, `${CONFIG} must have two different classes or more, the files and a card`);
  }
  requireTokenizer(`Cannot load the classifier ${folder}`, tokenizer);
  return config as Config;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCard(value: unknown): value is ModelCard {
  const card = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isScored = typeof card.scores === "object" && card.scores !== null;
  return isScored && [card.title, card.data, card.licence, card.limits].every(isText);
}

function unusable(folder: string, why: string): RangeError {
  return new RangeError(
    `Cannot load the classifier ${folder}: ${why}. Remedy: save it again, or check the path`,
  );
}
