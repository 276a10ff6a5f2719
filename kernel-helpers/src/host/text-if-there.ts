import { host } from "#host";
import { isMissing } from "./is-missing.ts";

/** The text of a file; undefined if there is no such file. Throws the error of `host.read` if it cannot be read for another reason. */
export async function textIfThere(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await host.read(path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
