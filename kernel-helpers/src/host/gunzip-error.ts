/** The error for a file that gzip cannot unpack; `detail` is what the system says. */
export function gunzipError(path: string, isCut: boolean, error: Error): Error {
  const problem = isCut ? "its gzip data end too early" : `its gzip data are damaged: ${error.message}`;
  return new Error(`Cannot read ${path}: ${problem}. Remedy: get the whole file again`, { cause: error });
}
