import { host } from "#host";
import { isMissing } from "../host/index.ts";
import { isCardText } from "./card-text.ts";

/** The file that makes a folder a classifier. */
export const CONFIG = "model.json";
/** What its field "format" says. */
export const FORMAT = "word2vec-lab text classifier";

/**
 * Throws RangeError for a folder with a model.json or a README.md that no classifier wrote: `saveClassifier` would write over it. A folder that is not there is none.
 */
export async function requireClassifierFolder(folder: string): Promise<void> {
  const text = async (file: string): Promise<string | undefined> => {
    try {
      return new TextDecoder().decode(await host.read(`${folder}/${file}`));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const [config, card] = [await text(CONFIG), await text("README.md")];
  const isOurs =
    config === undefined ||
    (parsed(config) as { readonly format?: unknown } | null | undefined)?.format === FORMAT;
  const other = isOurs ? (card === undefined || isCardText(card) ? undefined : "README.md") : CONFIG;
  if (other === undefined) return;
  throw new RangeError(
    `Cannot save a classifier into ${folder}: its ${other} is not that of a classifier, and would be lost. Remedy: another folder`,
  );
}

/** A text as JSON; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
