import { analogy } from "./analogy.ts";
import { cosine } from "./cosine.ts";
import { nearest } from "./nearest.ts";

/** The exercises of lesson 01 by their ids, in the order of the notebook. */
export const readingVectors: {
  readonly "01-reading-vectors/cosine": typeof cosine;
  readonly "01-reading-vectors/nearest": typeof nearest;
  readonly "01-reading-vectors/analogy": typeof analogy;
} = {
  "01-reading-vectors/cosine": cosine,
  "01-reading-vectors/nearest": nearest,
  "01-reading-vectors/analogy": analogy,
};
