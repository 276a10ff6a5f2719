// %% [markdown] name="title"
// # 00 Start here
//
// **10 minutes. You need:** nothing yet.
//
// In this course you derive Word2Vec line by line, run it, plot it, and write its formulas yourself. Every formula
// in a lesson is also checked by code in the same lesson, so you never have to take one on trust. After this
// notebook you can
//
// - run a cell, stop it, and read what went wrong;
// - say which device computes for you;
// - let a check tell you what is wrong with a formula of yours.

// %% [markdown] name="cells"
// ## Cells
//
// A notebook is a column of cells. Click into the one below and press **Shift+Enter**: it runs, and what it shows
// appears under it. Cells are TypeScript, and they are *type-checked* before they run.

// %% name="first-cell"
const words = ["the", "king", "loves", "the", "queen"];
console.log(`${words.length} words, ${new Set(words).size} different`);

// %% [markdown] name="last-value"
// A cell also shows the value of its last line, if that line does *not* end in a semicolon. Add a cell with
// `words.length` and run it; then put a semicolon behind it and run it again.

// %% [markdown] name="types"
// ### Predict
//
// The next cell has a mistake. Will it run for a moment and then stop, or not run at all? Decide first, then run it.

// %% name="type-error" tags="raises-exception"
console.log("this line comes first");
const count: number = "five";

// %% [markdown] name="types-answer"
// Nothing ran: the first line is not printed. The message gives the *line and column in this cell*. A type error
// costs you a second; the same mistake in a training loop would have cost you the training.
//
// A mistake that only shows while running looks different: it has a name, a message, and the line where it happened.
// (The cell with the number *n* is the *n*th that ran; the number stands beside it.)

// %% name="runtime-error" tags="raises-exception"
function firstLetter(word: string | undefined): string {
  if (word === undefined)
    throw new RangeError("Cannot take the first letter: there is no word");
  return word[0] ?? "";
}
firstLetter(words[99]);

// %% [markdown] name="backend"
// ## What computes for you
//
// Large sums run on TensorFlow.js. It has several *backends*: an NVIDIA GPU (`cuda`), any GPU (`webgpu`), a fast
// CPU library (`native`), WebAssembly (`wasm`), plain JavaScript (`cpu`). The next cell takes the best that works
// here, and says in one line what it took and why not the others. Every lesson runs on `wasm`, which is always
// there; a GPU makes it faster and changes at most the last digits.

// %% name="open-backend" tags="measured"
import { openBackend } from "kernel-helpers";

const backend = await openBackend();
console.log(backend.report);

// %% [markdown] name="backend-sum"
// A first sum on that device. Numbers on a device are *tensors*; they come back by `await … .data()`.

// %% name="tensor-sum"
const { tf } = backend;
const total = tf.sum(tf.tensor1d([1, 2, 3, 4]));
console.log((await total.data())[0]);
total.dispose();

// %% [markdown] name="plots"
// ## Plots
//
// A plot is plain data, too. You can read the whole of this one in the cell; the lessons bring shorter ways.

// %% name="first-plot"
import { show } from "kernel-helpers";

await show({
  $schema: "https://vega.github.io/schema/vega-lite/v5.json",
  title: "How often each word occurs",
  description:
    "Bar chart of the five words' frequencies: 'the' occurs twice, each other word once.",
  width: 300,
  height: 140,
  data: { values: words.map((word) => ({ word })) },
  mark: "bar",
  encoding: {
    x: { aggregate: "count", title: "occurrences", axis: { tickMinStep: 1 } },
    y: { field: "word", sort: "-x", title: null },
  },
});

// %% [markdown] name="stop"
// ## Stopping
//
// The **■** button (Interrupt) stops a cell. A training shows how far it is, and one that you stop keeps what it
// learned until then. The next cell waits for five seconds: let it run once, then run it again and stop it.

// %% name="long-cell" tags="measured"
import { interrupted } from "kernel-helpers";

let stopped = false;
const start = Date.now();
while (Date.now() - start < 5000 && !stopped) stopped = await interrupted();
const seconds = ((Date.now() - start) / 1000).toFixed(1);
console.log(stopped ? "stopped by you" : "ran to its end", `after ${seconds} s`);

// %% [markdown] name="checks"
// ## How checks work
//
// In an exercise you write one function and run one check. Say you are asked for the mean of a list,
// $\frac{1}{n}\sum_i x_i$, and you write this:

// %% name="wrong-mean"
import { check } from "kernel-helpers";

function mean(numbers: readonly number[]): number {
  let sum = 0;
  for (const x of numbers) sum += x;
  return sum;
}

// %% name="check-wrong-mean" tags="raises-exception"
await check("00-start-here/mean", mean);

// %% [markdown] name="read-check"
// Read it from the top: what was wanted, what your function gave, *where*, with which arguments, and a question.
// `[sum-for-mean]` says that the check knows this mistake. It has a different question for a different mistake, and
// three hints for mistakes that it does not know, one more at each try. No question contains the answer.
//
// Answer the question, and the check passes:

// %% name="right-mean"
const rightMean = (numbers: readonly number[]): number =>
  mean(numbers) / numbers.length;
await check("00-start-here/mean", rightMean);

// %% [markdown] name="honesty"
// A check in a notebook is **practice, not a grade**: it runs beside your code, and code can fool what runs beside
// it. It tries many cases with awkward shapes, so that a formula which is right only for the easy case fails.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. Types are checked before a cell runs; errors say where in *your* cell.
// 2. A check tells you what is wrong by computing what known mistakes compute, and asks you a question.
//
// **Next:** [01 Reading vectors](01-reading-vectors.ipynb), what it means that two words are near.
