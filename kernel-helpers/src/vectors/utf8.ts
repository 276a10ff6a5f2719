import { optionName } from "../base/index.ts";
import { type Context, unreadable } from "./reading-options.ts";

/** Converts text to bytes and back, keeping every character, even a byte order mark. */
export function utf8Encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * The text of UTF-8 bytes. Bytes that are not UTF-8 become U+FFFD if the context says "replace", otherwise they throw
 * RangeError. `place` says where they are, for the message.
 */
export function utf8Decode(bytes: Uint8Array, place: string, context: Context): string {
  if (context.encodingErrors === "replace") return lenient.decode(bytes);
  try {
    return strict.decode(bytes);
  } catch {
    throw unreadable(
      context,
      `${place} is not UTF-8`,
      `convert the file, or read it with ${optionName("encodingErrors")} "replace", or name it .bin if it is binary`,
    );
  }
}

// Without `ignoreBOM` a decoder drops a U+FEFF at the start, and a word can start with one.
const keepAll = { ignoreBOM: true };
const strict = new TextDecoder("utf-8", { ...keepAll, fatal: true });
const lenient = new TextDecoder("utf-8", keepAll);
const encoder = new TextEncoder();
