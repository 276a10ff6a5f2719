import { writeString } from "./loose-utf8.ts";
import type { MemoryViews } from "./memory-views.ts";
import { address, requireAddressable, type WordsModule } from "./words-module.ts";

const MARK = 4; // uint32 of a mark, see assembly/words/sentences.ts
const TOKENS = 1 << 12; // for which there is room at least

/** Puts tokens where the binary reads them. */
export interface TokenMarks {
  /** Writes the tokens of a sentence and marks them. */
  put(tokens: readonly string[]): void;
  /** Says that the numbers of the words have been taken: there is room for others. */
  taken(): void;
  /** Says that the marks may have got another place. */
  moved(): void;
}

/** `flush` hands on the numbers that are there. */
export function tokenMarks(module: WordsModule, memory: () => MemoryViews, flush: () => void): TokenMarks {
  // room for so many tokens and UTF-16 units, tokens whose numbers are there, and where the room is
  let [room, units, pending, strings, marks] = [0, 0, 0, 0, 0];

  function makeRoom(tokens: number, wanted: number): void {
    flush();
    const [forTokens, forUnits] = [Math.max(room, TOKENS, tokens), Math.max(units, 8 * TOKENS, wanted)];
    requireAddressable(3 * forUnits);
    module.makeRoom(forTokens);
    module.makeStringRoom(3 * forUnits);
    [room, units] = [forTokens, forUnits];
    [marks, strings] = [address(module.marks) / 4, address(module.strings)];
  }

  return {
    put(tokens) {
      let wanted = 0;
      for (const token of tokens) wanted += token.length;
      if (pending + tokens.length > room || wanted > units) makeRoom(tokens.length, wanted);
      pending += tokens.length;
      const { bytes, ints } = memory();
      let at = strings;
      for (let i = 0; i < tokens.length; i++) {
        const end = writeString(bytes, at, tokens[i] as string);
        ints[marks + MARK * i] = at;
        ints[marks + MARK * i + 1] = end - at;
        at = end;
      }
    },
    taken() {
      pending = 0;
    },
    moved() {
      room = 0;
    },
  };
}
