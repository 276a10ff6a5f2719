import { parsedJson } from "../base/index.ts";
import { textIfThere } from "../host/index.ts";
import { isCardText } from "./card-text.ts";

/** The file that makes a folder a classifier. */
export const CONFIG = "model.json";
/** What its field "format" says. */
export const FORMAT = "word2vec-lab text classifier";

/**
 * Throws RangeError for a folder that holds a model.json or a README.md of another program, which `saveClassifier` would replace. A folder that does not exist is
 * accepted.
 */
export async function requireClassifierFolder(folder: string): Promise<void> {
  const config = await textIfThere(`${folder}/${CONFIG}`);
  const card = await textIfThere(`${folder}/README.md`);
  const isOurs =
    config === undefined ||
    (parsedJson(config) as { readonly format?: unknown } | null | undefined)?.format === FORMAT;
  const other = isOurs ? (card === undefined || isCardText(card) ? undefined : "README.md") : CONFIG;
  if (other === undefined) return;
  throw new RangeError(
    `Cannot save a classifier into ${folder}: its ${other} is not that of a classifier, and would be lost. Remedy: another folder`,
  );
}
