import { keep, MARK, marks } from "./sentences";

/** Where the sentence begins whose tokens are being marked. */
export let sentence: usize = 0;
let marked: usize = 0; // where the next mark goes

/** Begins with a sentence. */
export function startSentence(start: usize): void {
  sentence = start;
  marked = marks;
}

/** Marks the token from `start` to `behind`. */
@inline
export function mark(start: usize, behind: usize): void {
  store<u32>(marked, <u32>start);
  store<u32>(marked, <u32>(behind - start), 4);
  marked += MARK;
}

/** Counts the tokens that are marked; the next sentence begins at `next`. */
@inline
export function endSentence(next: usize): void {
  keep(<u32>((marked - marks) / MARK));
  startSentence(next);
}
