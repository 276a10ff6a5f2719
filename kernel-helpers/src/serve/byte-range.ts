/** The part of a file that a request asks for: first and last byte; or all of it; or none, as it begins behind the end. */
export type ByteRange = { readonly first: number; readonly last: number } | "whole" | "unsatisfiable";

/**
 * Reads a `Range` header for a file of `size` bytes (RFC 9110, 14.1.2). One range is answered; what is malformed or has
 * another unit is ignored, as the standard wants, and so are several ranges, as it permits.
 *
 * @example
 * byteRange("bytes=2-", 10); // { first: 2, last: 9 }
 * byteRange("bytes=-3", 10); // { first: 7, last: 9 }
 * byteRange("bytes=10-", 10); // "unsatisfiable"
 * byteRange("lines=1-2", 10); // "whole"
 */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const [, from = "", to = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return "whole";
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === "" ? Number.POSITIVE_INFINITY : Number(to)];
  if (last < first) return "whole";
  return first >= size ? "unsatisfiable" : { first, last: Math.min(last, size - 1) };
}
