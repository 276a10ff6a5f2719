/** The text of the bytes of the file `name`, without a byte order mark. Throws Error with a remedy for bytes that are not UTF-8. */
export function utf8Text(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(
      `Cannot read ${name} as it must be UTF-8: it is not. Remedy: convert it, with iconv for example`,
      { cause },
    );
  }
}
