// %% [markdown] name="title"
// # 01 Reading vectors: exercises
//
// Three functions, 7 points. Write each where it says TODO, then run the check below it. A check here is practice, not
// a grade: it tells you what is wrong and asks you a question. You may add cells and helper functions as you like.

// %% name="imports"
import { check, dot, norm, vectorOf, type WordVectors } from "kernel-helpers";

// %% [markdown] name="cosine-text" exercise="cosine"
// ## 1 The cosine (2 points)
//
// Write `cosine`: $\cos\theta = \dfrac{a \cdot b}{|a|\,|b|}$ for two vectors of one length. The zero vector has no
// direction: throw an error if $a$ or $b$ is zero. (`dot` and `norm` are there; about 4 lines.)

// %% name="cosine" exercise="cosine"
/** a · b / (|a| |b|). Throws an error for a zero vector. */
function cosine(a: Float64Array, b: Float64Array): number {
  // BEGIN SOLUTION
  const lengths = norm(a) * norm(b);
  if (lengths === 0)
    throw new RangeError("Cannot compare a zero vector: it has no direction");
  return dot(a, b) / lengths;
  // END SOLUTION
}

// %% name="cosine-check" check="cosine"
await check("01-reading-vectors/cosine", cosine);

// %% name="cosine-hidden" hidden="cosine" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["01-reading-vectors/cosine"], cosine, { seed: 20_261_124 });

// %% [markdown] name="nearest-text" exercise="nearest"
// ## 2 Neighbours (2 points)
//
// Write `nearest`: the `count` words whose vectors have the largest cosine with the vector of `word`, the nearest
// first. Give all others if there are fewer. `vectors.words` lists the words, and this gives a vector for your
// function above:
//
// ```ts
// const v = Float64Array.from(vectorOf(vectors, word));
// ```

// %% name="nearest" exercise="nearest"
/** The `count` words nearest to `word` by cosine, nearest first. */
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  // BEGIN SOLUTION
  const v = Float64Array.from(vectorOf(vectors, word));
  const near = (other: string): number =>
    cosine(v, Float64Array.from(vectorOf(vectors, other)));
  return vectors.words
    .filter((other) => other !== word)
    .sort((x, y) => near(y) - near(x))
    .slice(0, count);
  // END SOLUTION
}

// %% name="nearest-check" check="nearest"
await check("01-reading-vectors/nearest", nearest);

// %% name="nearest-hidden" hidden="nearest" points="1"
runExercise(exercises["01-reading-vectors/nearest"], nearest, { seed: 20_261_124 });

// %% [markdown] name="analogy-text" exercise="analogy"
// ## 3 Analogies (3 points)
//
// Write `solveAnalogy`: *a* is to *b* as *c* is to …? With each vector divided by its length, take the
// step from $a$ to $b$, starting at $c$:
//
// $$d = \frac{v_b}{|v_b|} - \frac{v_a}{|v_a|} + \frac{v_c}{|v_c|}$$
//
// and give the word with the largest cosine to $d$. An answer that repeats the question is none.

// %% name="analogy" exercise="analogy"
/** The word that is to c as b is to a. */
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  // BEGIN SOLUTION
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const [from, to, start] = [unit(a), unit(b), unit(c)];
  const d = start.map((x, i) => x + to[i] - from[i]);
  const near = (word: string): number => cosine(d, unit(word));
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
  // END SOLUTION
}

// %% name="analogy-check" check="analogy"
await check("01-reading-vectors/analogy", solveAnalogy);

// %% name="analogy-hidden" hidden="analogy" points="1"
runExercise(exercises["01-reading-vectors/analogy"], solveAnalogy, {
  seed: 20_261_124,
});
