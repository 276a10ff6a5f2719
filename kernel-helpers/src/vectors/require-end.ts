import type { ByteSource, Reading } from "../base/index.ts";
import { type Context, unreadable } from "./reading-options.ts";

/** The remedy for a file that was cut or changed. */
export const whole = "get the whole file again, or correct its first line";

const STEP = 1 << 16;

/** Throws RangeError with the offset of the first byte that is not white space; `read` says what was read before. */
export function* requireEnd(source: ByteSource, read: string, context: Context): Reading<void> {
  for (;;) {
    const start = source.position();
    const bytes = yield* source.take(STEP);
    const at = firstVisible(bytes);
    if (at < bytes.length) {
      throw unreadable(
        context,
        `line 1 announces ${read}, but more follows at byte ${start + at}`,
        "correct line 1, or read the first words only: limit (w2v: --limit)",
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
