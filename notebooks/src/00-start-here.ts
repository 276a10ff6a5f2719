// %% [markdown] name="title"
// # 00 Start here
//
// **30 minutes. You need:** some programming, in any language.
//
// In this course you derive Word2Vec line by line, run it, plot it, and write its formulas yourself. Every formula
// in a lesson is also checked by code in the same lesson, so you never have to take one on trust. After this
// notebook you can
//
// - run a cell, stop it, and read what went wrong;
// - read the TypeScript that the lessons use, and say which device computes for you;
// - let a check tell you what is wrong with a formula of yours.

// %% [markdown] name="cells"
// ## Cells
//
// A notebook is a column of cells. Click into the one below and press **Shift+Enter**: it runs, and what it shows
// appears under it. Cells are TypeScript. Each later lesson begins with a folded cell, which imports the functions that
// the lesson uses. Run it like the others, and open it to see their names.

// %% name="first-cell"
const words = ["the", "king", "loves", "the", "queen"];
console.log(`${words.length} words, ${new Set(words).size} different`);

// %% [markdown] name="last-value"
// A cell also shows the value of its last line, if that line does *not* end in a semicolon. Add a cell with
// `words.length` and run it; then put a semicolon after it and run it again.

// %% [markdown] name="first-look"
// ## A first look
//
// This is what the course is about: a model reads six sentences and learns a vector, a list of numbers, for each of their
// ten words. The cell takes what it needs from `kernel-helpers`, the library of this course. Run it, press *20 epochs* a
// few times and then *300 epochs*; an epoch is one walk through all sentences. The blue bars are what the model says of a
// gap in the text, and the marks are what really stands there. The *loss* is a number for how wrong the model is. Which
// words come together on the map? (Later lessons explain what else you see here.)

// %% name="first-training"
import { corpusSentences, tokenSentences, trainingPlayer } from "kernel-helpers";

const toySentences = await tokenSentences(corpusSentences("toy"));
await trainingPlayer(toySentences, { title: "Ten words learn" });

// %% [markdown] name="first-look-note"
// Words that fill the same gaps come to lie together, though nobody told the model what any of them means. When you reach
// lesson 07 you will have derived every number of this picture, for both models and all three losses.

// %% [markdown] name="types"
// ## When a cell has a mistake
//
// ### Predict
//
// Run the cell below this text: it asks a question about the cell that comes after it. Choose an answer, and only then go
// on. Your choices are kept with your progress.

// %% name="quiz-type-error"
import { quiz } from "kernel-helpers";

await quiz("00-start-here/type-error");

// %% name="type-error" tags="raises-exception"
console.log("this line comes first");
const count: number = "five";

// %% [markdown] name="types-answer"
// The message gives the *line and column in this cell*. A type error costs you a second; the same mistake in a training
// loop would have cost you the training.
//
// Other mistakes show only while a cell runs. Their message has a name, a text, and the line where it happened. (The
// number after *cell* is the number that appears beside a cell when you start it.)

// %% name="runtime-error" tags="raises-exception"
function firstLetter(word: string | undefined): string {
  if (word === undefined)
    throw new RangeError(
      "Cannot take the first letter as there must be a word: current value is undefined",
    );
  return word[0];
}
firstLetter(words[99]);

// %% [markdown] name="ts-functions"
// ## The TypeScript of the lessons
//
// TypeScript is JavaScript with types. If you know Python or another language, the next cells show what may look strange
// to you. Run each of them, change it, and come back when a line in a later lesson puzzles you.
//
// **Functions.** A name made by `const` always means the same value; one made by `let` can get a new one. A type follows
// a colon; where there is none, the compiler works it out. A short function is often written as an *arrow function* (a
// `lambda` in Python) and handed to another function:

// %% name="ts-functions-run"
function twice(x: number): number {
  return 2 * x;
}
const half = (x: number): number => x / 2; // without braces there is no `return`
const lengths = words.map((word) => word.length); // one value for each word
const long = words.filter((word) => word.length > 3); // the words for which it is true
const letters = lengths.reduce((sum, length) => sum + length, 0); // sum begins at 0
console.log(twice(4), half(4), lengths, long, letters);

// %% [markdown] name="ts-lists"
// **Lists and choices.** The function that `map` calls gets each value and its place; `_` is the usual name for an
// argument that is not needed. `Array.from({ length: n }, …)` makes a list of `n` values. `flatMap` does what `map` does
// and joins the lists that come back into one. `a ? b : c` is `b` if `a` is true, and otherwise `c` (`b if a else c` in
// Python). In a text between backticks, `${…}` puts in a value.

// %% name="ts-lists-run"
const spots = words.map((_, place) => place);
const squares = Array.from({ length: 4 }, (_, i) => i ** 2); // ** is "to the power"
const signs = [-2, 5].map((x) => (x < 0 ? "minus" : "plus"));
const pieces = words.flatMap((word) => [word, word.length]);
const sorted = [3, 10, 2].sort((x, y) => x - y); // x comes first if x - y is negative
console.log(spots, squares, signs, sorted);
console.log(pieces);
let steps = 0;
for (let i = 0; i < squares.length; i++) steps += squares[i]; // i is 0, then 1, 2, 3
console.log(`${squares.length} squares, their sum is ${steps}`);
console.log((2 / 3).toFixed(4), (0.000012).toExponential(1)); // rounded, as texts

// %% [markdown] name="ts-destructuring"
// **Destructuring** takes fields out of an object by their names, and elements out of a list by their places. It also
// works in the arguments of a function. The library's options come this way: the last argument is an object, and each
// option that you leave out has a default. The other way round, `{ word, count }` is short for
// `{ word: word, count: count }`.

// %% name="ts-destructuring-run"
const entry = { word: "king", count: 3 };
const { word: name, count: times } = entry; // `word` is called `name` here
const [firstWord, ...otherWords] = words;
function shorten(text: string, { length = 3, end = "." } = {}): string {
  return text.slice(0, length) + end;
}
console.log(name, times, firstWord, otherWords);
console.log(shorten("princess"), shorten("princess", { length: 6 }));

// %% [markdown] name="ts-spread"
// **Spread.** Three dots put the elements of a list into a new list, or the fields of an object into a new object. They
// can also hand the elements of a list to a function as its arguments. The old list or object stays as it is.

// %% name="ts-spread-run"
const longer = [...words, "land"];
const renamed = { ...entry, word: "queen" }; // a later field replaces an earlier one
const distinct = [...new Set(words)]; // a Set holds each value once
console.log(longer.length, words.length, renamed, entry);
console.log(distinct, Math.max(...lengths));

// %% [markdown] name="ts-interface"
// **Types with names.** An `interface` names the fields of an object and their types. `import { type Table }` imports
// such a name, which only the compiler needs. `Map<string, number>` is a map from strings to numbers. `===` asks whether
// two values are the same, and `_` may part the digits of a number.

// %% name="ts-interface-run"
interface Pair {
  readonly center: string;
  readonly context: string;
}
const pair: Pair = { center: "king", context: "loves" };
console.log(`${pair.center} stands near ${pair.context}`, 1_000_000 === 10 ** 6);

// %% [markdown] name="ts-types"
// **Types made of types.** `A | B` is a value of type `A` or of type `B`: `string | undefined` is a string or nothing,
// and `"input" | "output"` is one of two texts. `[number, number]` is a list of exactly two numbers.
// `(x: number) => number` is a function from a number to a number. A name in angle brackets, such as `<T>`, stands for a
// type that is known only when the function is called. You will read such types more often than write them.

// %% name="ts-types-run"
type Side = "input" | "output";
const rowCounts = { input: 3, output: 4 };
const tell = (side: Side): string => `${side}: ${rowCounts[side]} rows`;
// `as const`: the list holds exactly these two texts, not any two strings
for (const side of ["input", "output"] as const) console.log(tell(side));
function applyTwice<T>(f: (x: T) => T, x: T): T {
  return f(f(x));
}
const ends: [number, number] = [lengths[0], lengths[lengths.length - 1]];
const doubled: typeof ends = [twice(ends[0]), twice(ends[1])]; // the type of `ends`
const line: ReturnType<typeof tell> = tell("input"); // the type that `tell` returns
console.log(applyTwice(half, 8), ends, doubled, line);

// %% [markdown] name="ts-readonly"
// **`readonly`** promises that something is not changed. Functions of the library take lists as `readonly number[]`, so
// your list is the same after a call as before. What does the compiler say to this cell?

// %% name="ts-readonly-error" tags="raises-exception"
const ids: readonly number[] = [0, 1, 4];
ids.push(7);

// %% [markdown] name="ts-missing"
// Nothing ran. `[...ids, 7]` would make a new list instead.
//
// **What is not there** is `undefined`. Python raises an error for a place or a key that does not exist; a list or a map
// gives `undefined`. `a ?? b` is `a`, or `b` if `a` is `undefined`. That is right for counting, where "not there" means 0:

// %% name="ts-missing-run"
const tally = new Map<string, number>();
for (const one of words) tally.set(one, (tally.get(one) ?? 0) + 1);
console.log(tally, words[99], tally.get("land"), tally.get("land") ?? 0);

// %% [markdown] name="ts-unknown-word"
// `?? 0` is wrong for a word that must be there: it would turn every unknown word into word 0, without a message. Here a
// function of the library looks the word up, and its error says what to do. (`buildVocabulary` numbers the words, and
// `minCount: 1` keeps each word that occurs at least once.)

// %% name="ts-unknown-word-error" tags="raises-exception measured"
import { buildVocabulary, wordId } from "kernel-helpers";

const known = buildVocabulary(words, { minCount: 1 });
console.log("queen is word", wordId(known, "queen"));
wordId(known, "qeen");

// %% [markdown] name="ts-typed-arrays"
// **Typed arrays** hold numbers of one kind, and their length never changes: `Float64Array` (15 digits),
// `Float32Array` (7 digits), `Int32Array` (whole numbers). Every vector of the course is a typed array. `subarray` copies
// nothing: it gives a *view* of the same numbers, and writing into the view changes the array itself.

// %% name="ts-typed-arrays-run"
const precise = Float64Array.of(0.1, 0.2, 0.3);
console.log(precise[0], Float32Array.from(precise)[0], Int32Array.of(2.9)[0]);
console.log(
  precise.map((x) => 10 * x), // `map` gives a typed array again
  precise[3],
);
const view = precise.subarray(1);
view[0] = 7;
console.log(precise);

// %% [markdown] name="ts-await"
// **Waiting.** A function that takes time returns a *promise*, and `await` waits for its value; the type
// `Promise<number>` says that a number will come. A function that uses `await` is marked `async`. One that hands out one
// value after another by `yield` is marked with a star. `for await` reads the values as they come, and that is how you
// will follow a training.

// %% name="ts-await-run"
async function* countdown(from: number): AsyncGenerator<number> {
  for (let left = from; left > 0; left--) {
    await new Promise((done) => setTimeout(done, 100)); // waits for 100 milliseconds
    yield left;
  }
}
for await (const left of countdown(3)) console.log(left);
console.log("go");

// %% [markdown] name="backend"
// ## What computes for you
//
// Large computations run on TensorFlow.js. It has several *backends*: an NVIDIA GPU (`cuda`), any GPU (`webgpu`), a
// fast CPU library (`native`), WebAssembly (`wasm`), plain JavaScript (`cpu`). The next cell takes the first in this
// order that works here. It says which one that is, and why those before it were not used. Every lesson runs on `wasm`,
// which is always there. Another backend changes the time, which lesson 10 measures, and the last digits of the
// numbers.

// %% name="open-backend" tags="measured"
import { openBackend } from "kernel-helpers";

const backend = await openBackend();
console.log(backend.report);

// %% [markdown] name="backend-sum"
// Here is a first sum on that backend. What a backend computes on is called its *device*, and numbers on a device are
// *tensors*: `await … .data()` brings them back, and `dispose` frees their memory.

// %% name="tensor-sum"
const { tf } = backend;
const total = tf.sum(tf.tensor1d([1, 2, 3, 4]));
console.log((await total.data())[0]);
total.dispose();

// %% [markdown] name="plots"
// ## Plots
//
// `barChart` makes a chart of labels and numbers, and `show` draws it. A chart is an object like any other: its
// `description` says in words what it shows, for readers who cannot see it.

// %% name="first-plot"
import { barChart, show } from "kernel-helpers";

const bars = [...new Set(words)].map((label) => ({
  label,
  value: words.filter((one) => one === label).length,
}));
const plot = barChart(bars, { title: "How often each word occurs", y: "occurrences" });
await show(plot);
console.log(plot.description);

// %% [markdown] name="stop"
// ## Stopping
//
// The **■** button (Interrupt) stops a cell. A training shows how far it is, and one that you stop keeps what it
// learned until then. A loop that asks `interrupted()` now and then can end in the same way: the answer is `true` once you
// have pressed the button. The next cell waits for five seconds: let it run once, then run it again and stop it.

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
// In an exercise you write one function and run one check. Say you are asked for the mean of the $n$ numbers of a list,
// $\frac{1}{n}\sum_i x_i$. The *sum sign* $\sum_i$ adds what stands behind it for each value of the *index* $i$, here for
// each place of the list. And say you write this:

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
// Read it from the top: what was wanted, what your function gave, with which arguments, a question, and two lines to
// paste. If the result is a list, the message also says *where* in it the difference is. `[sum-for-mean]` is the name
// of your mistake: the check knows it and has a question for it. It also has questions for what goes wrong in any
// exercise, such as a result of NaN or an argument that was changed. For every other mistake there are three hints, a
// new one at each try. No question contains the answer.
//
// The lines to paste give the arguments of the failing case, here case 1, so that you can call your function by hand:

// %% name="failing-case"
import { checkCase } from "kernel-helpers";

const failing = checkCase("00-start-here/mean", 1);
console.log("arguments", failing, "result", mean(...failing));

// %% [markdown] name="answer-check"
// Answer the question, and the check passes:

// %% name="right-mean"
function rightMean(numbers: readonly number[]): number {
  let sum = 0;
  for (const x of numbers) sum += x;
  return sum / numbers.length;
}
await check("00-start-here/mean", rightMean);

// %% [markdown] name="honesty"
// A check in a notebook is **practice, not a grade**: it runs beside your code, and code can fool what runs beside it. A
// check tries many cases, also awkward ones. So a formula that is right only for easy cases fails.

// %% name="quiz-passed"
await quiz("00-start-here/passed");

// %% [markdown] name="glossary"
// ## When you do not know a word
//
// Each lesson uses words and letters of the lessons before it. `glossary` explains one: a term such as "softmax", or a
// letter of a formula such as "σ". `glossary()` lists all of them. (Without `show` it must be the last line of a cell, and
// without a semicolon.)

// %% name="glossary-run"
import { glossary } from "kernel-helpers";

await show(glossary("loss"));

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. Types are checked before a cell runs; errors say where in *your* cell.
// 2. A check compares your result with the right one and with those of known mistakes, and asks you a question.
//
// **Next:** [01 Reading vectors](01-reading-vectors.ipynb), about what it means that two words are near. This lesson
// has no exercises; the next one has.
//
// **To read on:** Knuth 1984, on programs that are written to be read, with the text first, as in a notebook; Bierman,
// Abadi and Torgersen 2014, section 1, on what TypeScript's types promise and what they leave open.
