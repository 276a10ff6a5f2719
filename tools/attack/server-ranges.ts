import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import { requestText } from "./raw-request.ts";
import { HUGE_SIZE, TEXT } from "./served-site.ts";
import { pick, type ServerRequest } from "./server-request.ts";

/** A range of a file, good or bad; what comes back is computed here in another way. */
export function byteRanges(random: Random): ServerRequest {
  const number = (): number =>
    pick([0, 1, 9, 999, 1000, 1001, 2 ** 31, 2 ** 53, randomBelow(1000, random)], random);
  const [first, last] = [number(), number()];
  const range = pick(
    [
      ...[`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`],
      ...[`bytes=${last}-${first},0-1`, `lines=0-${last}`, `bytes=${first}`, "bytes=-", `bytes=--${last}`],
      ...[`bytes=${"0-,".repeat(400)}0-`, `bytes=${"9".repeat(400)}-`, `bytes= ${first}-${last} `],
    ],
    random,
  );
  const wanted = wantedBytes(range);
  return {
    text: requestText("/text.bin", { Range: range }),
    statuses: [
      wanted === undefined ? 416 : wanted === TEXT ? 200 : 206,
      ...(wanted?.length === TEXT.length ? [206] : []),
    ],
    problem: ({ body }) =>
      wanted === undefined || body.equals(wanted)
        ? undefined
        : `${body.length} bytes came, not ${wanted.length}`,
  };
}

/** The bytes that RFC 9110 wants for a range of TEXT; all of it for one that may be ignored; undefined for none. */
function wantedBytes(range: string): Buffer | undefined {
  const found = /^bytes=\s*(?:(\d+)-(\d*)|-(\d+))\s*$/.exec(range);
  if (!found) return TEXT;
  const [, first, last, suffix] = found;
  if (suffix !== undefined) return Number(suffix) === 0 ? undefined : TEXT.subarray(-Number(suffix));
  if (last !== "" && Number(last) < Number(first)) return TEXT;
  const bytes = TEXT.subarray(
    Math.min(Number(first), TEXT.length),
    last === "" ? undefined : Number(last) + 1,
  );
  return bytes.length === 0 ? undefined : bytes;
}

/** The end of a file above 2 GiB. */
export function endOfHuge(random: Random): ServerRequest {
  const length = randomBelow(TEXT.length, random) + 1;
  const range = pick([`bytes=-${length}`, `bytes=${HUGE_SIZE - length}-`], random);
  return {
    text: requestText("/huge.bin", { Range: range }),
    statuses: [206],
    problem: ({ body }) => (body.equals(TEXT.subarray(-length)) ? undefined : "other bytes came"),
  };
}
