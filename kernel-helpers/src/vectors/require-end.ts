import { type ByteSource, counted, optionName, type Reading } from "../base/index.ts";
import { type Context, unreadable } from "./reading-options.ts";

const STEP = 1 << 16;

/** Throws RangeError with the offset of the first byte that is not white space behind `rows` words. */
export function* requireEnd(source: ByteSource, rows: number, context: Context): Reading<void> {
  for (;;) {
    const start = source.position();
    const bytes = yield* source.take(STEP);
    const at = firstVisible(bytes);
    if (at < bytes.length) {
      throw unreadable(
        context,
        `line 1 announces ${counted(rows, "word")}, but more follows at byte ${start + at}`,
        `correct line 1, or read the first words only: ${optionName("limit")}`,
      );
    }
    if (bytes.length < STEP) return;
  }
}

/** The index of the first byte that is not a tab, a line end or a space. */
function firstVisible(bytes: Uint8Array): number {
  let at = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== 10 && byte !== 13 && byte !== 32 && byte !== 9) break;
  }
  return at;
}
