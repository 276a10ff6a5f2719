// %% [markdown] name="title"
// # 15 A monitor for financial news: exercises
//
// Back to the lesson: [15 A monitor for financial news](../notebooks/15-finance-monitor.ipynb).
//
// Seven functions, 21 points: a lexicon that knows negation, Cohen's $\kappa$, the precision of a widened lexicon, labels
// without give-away words, a control band, the CUSUM chart, and how it is judged. Write each where it says TODO, then
// run the check below it. A check here is practice, not a grade. Add cells and helper functions as you like.

// %% name="imports"
import { check } from "kernel-helpers";

// %% [markdown] name="negated-score-text" exercise="negated-score"
// ## 1 Negation in a lexicon (3 points)
//
// "No loss this year" is not bad news. Write `negatedScore`: the mean of the numbers of those tokens that are in the
// lexicon, as in section 1 of the lesson. A word counts with the other sign if one of the `reach` tokens *before* it is
// a negator; two negators in reach turn it once. A text without a word of the lexicon has 0.
//
// The lexicon is an object such as `{ profit: 1, loss: -1 }`, and `lexicon[token]` is `undefined` for other tokens.
// (About 10 lines.)

// %% name="negated-score" exercise="negated-score"
/** Mean of the lexicon's numbers; a negator among the `reach` tokens before a word turns it. */
function negatedScore(
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
): number {
  // BEGIN SOLUTION
  let sum = 0;
  let found = 0;
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    if (number === undefined) return;
    const before = tokens.slice(Math.max(0, at - reach), at);
    sum += before.some((word) => negators.includes(word)) ? -number : number;
    found++;
  });
  return found === 0 ? 0 : sum / found;
  // END SOLUTION
}

// %% name="negated-score-check" check="negated-score"
await check("15-finance-monitor/negated-score", negatedScore);

// %% name="negated-score-hidden" hidden="negated-score" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["15-finance-monitor/negated-score"], negatedScore, {
  seed: 20_261_501,
});

// %% [markdown] name="kappa-text" exercise="kappa"
// ## 2 Agreement beyond chance (2 points)
//
// Write `kappa`: Cohen's $\kappa$ of two readers. `one[i]` and `other[i]` are the classes, $0, \ldots, K - 1$, that they
// gave to text $i$, and `classes` is $K$. With $p_o$, the share of texts on which they agree, and the shares $p_k$ and
// $q_k$ of class $k$ among the labels of the first and of the second reader,
//
// $$\kappa = \frac{p_o - p_e}{1 - p_e} \qquad\text{with}\qquad p_e = \sum_k p_k\, q_k$$
//
// (About 10 lines.)

// %% name="kappa" exercise="kappa"
/** Cohen's κ of two readers' labels. */
function kappa(
  one: readonly number[],
  other: readonly number[],
  classes: number,
): number {
  // BEGIN SOLUTION
  const seen = one.filter((label, i) => label === other[i]).length / one.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) {
    const p = one.filter((label) => label === k).length / one.length;
    const q = other.filter((label) => label === k).length / other.length;
    chance += p * q;
  }
  return (seen - chance) / (1 - chance);
  // END SOLUTION
}

// %% name="kappa-check" check="kappa"
await check("15-finance-monitor/kappa", kappa);

// %% name="kappa-hidden" hidden="kappa" points="1"
runExercise(exercises["15-finance-monitor/kappa"], kappa, { seed: 20_261_502 });

// %% [markdown] name="added-precision-text" exercise="added-precision"
// ## 3 What the widening found (3 points)
//
// A lexicon was widened from `seeds` to `wide`, which contains the seeds. `truth` is a list of words whose sign is
// known. Write `addedPrecision`: of the words that were *added* and that the truth knows, the share whose sign in `wide`
// is that of the truth. A word that the truth does not know counts neither way. The truth may be graded: 0.25 is good.
// At least one word that was added is in the truth. (About 6 lines.)

// %% name="added-precision" exercise="added-precision"
/** Share of the added words with the sign of the truth, among those that the truth knows. */
function addedPrecision(
  seeds: Readonly<Record<string, number>>,
  wide: Readonly<Record<string, number>>,
  truth: Readonly<Record<string, number>>,
): number {
  // BEGIN SOLUTION
  const judged = Object.keys(wide).filter((word) => !(word in seeds) && word in truth);
  const right = judged.filter(
    (word) => Math.sign(wide[word]) === Math.sign(truth[word]),
  );
  return right.length / judged.length;
  // END SOLUTION
}

// %% name="added-precision-check" check="added-precision"
await check("15-finance-monitor/added-precision", addedPrecision);

// %% name="added-precision-hidden" hidden="added-precision" points="1"
runExercise(exercises["15-finance-monitor/added-precision"], addedPrecision, {
  seed: 20_261_503,
});

// %% [markdown] name="result-example-text" exercise="result-example"
// ## 4 Labels without give-away words (3 points)
//
// A firm's result says "shr loss two cts vs profit seven cts": a loss this year, a profit a year before. Write
// `resultExample`, which makes a labelled example of the tokens of such a message:
//
// - `label`: at the first "vs" that has "loss" or "profit" right behind it, and the *other* of the two as the last "loss"
//   or "profit" before it, it is 1 if that one is "profit" and −1 if it is "loss". Without such a "vs" it is 0.
// - `tokens`: all tokens in their order, without those in `giveAways`. What is left must not tell the label by itself.
//
// (About 12 lines.)

// %% name="result-example" exercise="result-example"
/** The label of a result message, and its tokens without the words that give it away. */
function resultExample(
  tokens: readonly string[],
  giveAways: readonly string[],
): { label: number; tokens: string[] } {
  // BEGIN SOLUTION
  const kinds = ["loss", "profit"];
  let label = 0;
  let now = "";
  tokens.forEach((token, at) => {
    const then = tokens[at + 1];
    if (kinds.includes(token)) now = token;
    const compares = token === "vs" && now !== "" && kinds.includes(then);
    if (label === 0 && compares && now !== then) label = now === "profit" ? 1 : -1;
  });
  return { label, tokens: tokens.filter((token) => !giveAways.includes(token)) };
  // END SOLUTION
}

// %% name="result-example-check" check="result-example"
await check("15-finance-monitor/result-example", resultExample);

// %% name="result-example-hidden" hidden="result-example" points="1"
runExercise(exercises["15-finance-monitor/result-example"], resultExample, {
  seed: 20_261_504,
});

// %% [markdown] name="control-band-text" exercise="control-band"
// ## 5 The control band (3 points)
//
// Write `controlBand`: the lower and the upper end of the band for the rolling mean, as a list of two numbers,
//
// $$\mu \pm L\, \frac{s}{\sqrt n} \qquad\text{with}\qquad \mu = \frac{1}{m} \sum_i x_i, \quad s^2 = \frac{1}{m - 1} \sum_i (x_i - \mu)^2$$
//
// over the first $m$ scores of the stream: `warmUp` is $m$, `window` is $n$, the number of scores in the rolling mean,
// and `width` is $L$. `scores` has all scores so far, also those that are to be judged. (About 6 lines.)

// %% name="control-band" exercise="control-band"
/** [low, high]: where the rolling mean of `window` scores lies if nothing happens. */
function controlBand(
  scores: Float64Array,
  warmUp: number,
  window: number,
  width: number,
): number[] {
  // BEGIN SOLUTION
  const quiet = scores.subarray(0, warmUp);
  const mean = quiet.reduce((sum, x) => sum + x, 0) / warmUp;
  const squares = quiet.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const half = width * Math.sqrt(squares / (warmUp - 1) / window);
  return [mean - half, mean + half];
  // END SOLUTION
}

// %% name="control-band-check" check="control-band"
await check("15-finance-monitor/control-band", controlBand);

// %% name="control-band-hidden" hidden="control-band" points="1"
runExercise(exercises["15-finance-monitor/control-band"], controlBand, {
  seed: 20_261_505,
});

// %% [markdown] name="cusum-alarms-text" exercise="cusum-alarms"
// ## 6 The CUSUM chart (4 points)
//
// Write `cusumAlarms`: for each score 1 if it gives an alarm upwards, −1 downwards, and 0 if none. With
// $z = (x - \mu) / s$, the slack $k$ and the limit $h$, both sums begin at 0 and become
//
// $$S^+ \leftarrow \max(0,\ S^+ + z - k) \qquad\qquad S^- \leftarrow \max(0,\ S^- - z - k)$$
//
// An alarm is given as soon as a sum is *above* $h$. Then both sums begin again at 0 with the next score. `mean` is
// $\mu$ and `deviation` is $s$. (About 10 lines.)

// %% name="cusum-alarms" exercise="cusum-alarms"
/** 1, -1 or 0 for each score: an alarm upwards, downwards, or none. */
function cusumAlarms(
  scores: Float64Array,
  mean: number,
  deviation: number,
  slack: number,
  limit: number,
): number[] {
  // BEGIN SOLUTION
  let [up, down] = [0, 0];
  return Array.from(scores, (x) => {
    const z = (x - mean) / deviation;
    up = Math.max(0, up + z - slack);
    down = Math.max(0, down - z - slack);
    const alarm = up > limit ? 1 : down > limit ? -1 : 0;
    if (alarm !== 0) [up, down] = [0, 0];
    return alarm;
  });
  // END SOLUTION
}

// %% name="cusum-alarms-check" check="cusum-alarms"
await check("15-finance-monitor/cusum-alarms", cusumAlarms);

// %% name="cusum-alarms-hidden" hidden="cusum-alarms" points="1"
runExercise(exercises["15-finance-monitor/cusum-alarms"], cusumAlarms, {
  seed: 20_261_506,
});

// %% [markdown] name="false-and-delay-text" exercise="false-and-delay"
// ## 7 False alarms and delay (3 points)
//
// A stream was watched in which the shock is known. `alarms` has the places of the messages that gave an alarm, counted
// from 1, in rising order. The first `warmUp` messages gave the baseline and cannot give an alarm. The message at place
// `shockAt` is the first one of the shock. Write `falseAndDelay`, a list of two numbers:
//
// - the false alarms for each 1,000 messages that were watched and quiet;
// - the delay: how many messages of the shock it took, with the one that gave the first alarm; `Infinity` if none did.
//
// (About 5 lines.)

// %% name="false-and-delay" exercise="false-and-delay"
/** [false alarms per 1,000 quiet messages, delay in messages]. */
function falseAndDelay(
  alarms: readonly number[],
  warmUp: number,
  shockAt: number,
): number[] {
  // BEGIN SOLUTION
  const early = alarms.filter((place) => place < shockAt).length;
  const first = alarms.find((place) => place >= shockAt) ?? Infinity;
  return [(1000 * early) / (shockAt - 1 - warmUp), first - shockAt + 1];
  // END SOLUTION
}

// %% name="false-and-delay-check" check="false-and-delay"
await check("15-finance-monitor/false-and-delay", falseAndDelay);

// %% name="false-and-delay-hidden" hidden="false-and-delay" points="1"
runExercise(exercises["15-finance-monitor/false-and-delay"], falseAndDelay, {
  seed: 20_261_507,
});
