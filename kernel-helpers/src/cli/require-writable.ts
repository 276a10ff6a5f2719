import { requireWritableFile } from "#host";

/**
 * Throws unless `what` can be written to the file `path`, which the option `option` gave: an hour of training must not
 * end with "permission denied".
 */
export function requireWritable(path: string, what = "vectors", option = "--out"): Promise<void> {
  return requireWritableFile(path, { action: `write ${what} to`, remedy: `choose another ${option}` });
}
