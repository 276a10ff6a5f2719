import { analogy } from "./analogy.ts";
import { cosine } from "./cosine.ts";
import { cosineFromLengths } from "./cosine-from-lengths.ts";
import { nearest } from "./nearest.ts";
import { threeCosMul } from "./three-cos-mul.ts";

/** The exercises of lesson 01 by their ids, in the order of the notebook. */
export const readingVectors: {
  readonly "01-reading-vectors/cosine": typeof cosine;
  readonly "01-reading-vectors/nearest": typeof nearest;
  readonly "01-reading-vectors/analogy": typeof analogy;
  readonly "01-reading-vectors/cosine-from-lengths": typeof cosineFromLengths;
  readonly "01-reading-vectors/three-cos-mul": typeof threeCosMul;
} = {
  "01-reading-vectors/cosine": cosine,
  "01-reading-vectors/nearest": nearest,
  "01-reading-vectors/analogy": analogy,
  "01-reading-vectors/cosine-from-lengths": cosineFromLengths,
  "01-reading-vectors/three-cos-mul": threeCosMul,
};
