// %% [markdown] name="title"
// # 01 Reading vectors: exercises
//
// Back to the lesson: [01 Reading vectors](../notebooks/01-reading-vectors.ipynb).
//
// Five functions, 11 points. Write each where it says TODO, then run the check below it. A check here is practice, not
// a grade: it tells you what is wrong and asks you a question. You may add cells and helper functions as you like.

// %% name="imports"
import { check, dot, norm, vectorOf, type WordVectors } from "kernel-helpers";

// %% [markdown] name="cosine-text" exercise="cosine"
// ## 1 The cosine (2 points)
//
// Write `cosine`: $\cos\theta = \dfrac{a \cdot b}{|a|\,|b|}$ for two vectors with equally many numbers. The zero vector
// has no direction: throw an error, of any kind, if all numbers of $a$ are zero, or all of $b$. (`dot(x, y)` is
// $x \cdot y$ and `norm(x)` is $|x|$; about 4 lines.)

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
// Write `nearest`: the neighbours of `word`, as in section 3 of the lesson. These are the `count` words whose vectors have
// the largest cosine with the vector of `word`, the nearest first. If fewer than `count` words can be neighbours, give all
// that can; if `count` is 0, give an empty list. No two cosines are equal in the check. Do not change `vectors`.
//
// `vectors.words` lists the words. Vectors are stored in float32, and this line makes one in float64 for your function
// above:
//
// ```ts
// const v = Float64Array.from(vectorOf(vectors, word));
// ```
//
// (About 5 lines.)

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
// Give the word with the largest cosine to $d$, as in section 4 of the lesson: a word of the question is no answer. The
// words $a$ and $b$ may be the same. (About 8 lines.)

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

// %% [markdown] name="cosine-from-lengths-text" exercise="cosine-from-lengths"
// ## 4 The cosine from three lengths (1 point)
//
// Suppose you can measure lengths and distances, but see no coordinates: you know $|a|$, $|b|$ and the distance
// $|a - b|$. Multiply out $|a - b|^2 = (a - b) \cdot (a - b)$, put $a \cdot b = |a|\,|b| \cos\theta$ in, and solve for
// $\cos\theta$. Write `cosineFromLengths`, which computes that. Both lengths are greater than 0. (1 line.)

// %% name="cosine-from-lengths" exercise="cosine-from-lengths"
/** cos θ between two vectors of lengths a and b whose ends are `distance` apart. */
function cosineFromLengths(a: number, b: number, distance: number): number {
  // BEGIN SOLUTION
  return (a ** 2 + b ** 2 - distance ** 2) / (2 * a * b);
  // END SOLUTION
}

// %% name="cosine-from-lengths-check" check="cosine-from-lengths"
await check("01-reading-vectors/cosine-from-lengths", cosineFromLengths);

// %% name="cosine-from-lengths-hidden" hidden="cosine-from-lengths" points="1"
runExercise(exercises["01-reading-vectors/cosine-from-lengths"], cosineFromLengths, {
  seed: 20_261_130,
});

// %% [markdown] name="three-cos-mul-text" exercise="three-cos-mul"
// ## 5 Analogies by a product (3 points)
//
// In lesson 01, section 5, one large cosine decided the whole sum. Levy and Goldberg 2014a (section 6) multiply instead:
// with $\cos' = \frac{1 + \cos}{2}$, which lies between 0 and 1, the answer to *a is to b as c is to …* is the word $w$
// with the largest
//
// $$\frac{\cos'(w, b)\ \cos'(w, c)}{\cos'(w, a) + 0.001}$$
//
// Write `solveByProduct`. As before, a word of the question is no answer, and $a$ and $b$ may be the same. Your
// `cosine` helps. (About 9 lines.)

// %% name="three-cos-mul" exercise="three-cos-mul"
/** The word that is to c as b is to a, by 3CosMul. */
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  // BEGIN SOLUTION
  const vector = (word: string): Float64Array =>
    Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    (shifted(word, b) * shifted(word, c)) / (shifted(word, a) + 0.001);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
  // END SOLUTION
}

// %% name="three-cos-mul-check" check="three-cos-mul"
await check("01-reading-vectors/three-cos-mul", solveByProduct);

// %% name="three-cos-mul-hidden" hidden="three-cos-mul" points="1"
runExercise(exercises["01-reading-vectors/three-cos-mul"], solveByProduct, {
  seed: 20_261_131,
});
