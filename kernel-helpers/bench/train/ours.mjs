// Trains with this library and prints JSON: the seconds of the vocabulary and of the training. Plain JavaScript, so that no compiler
// shares its process:
//   node ours.mjs CORPUS OUT '{"engine": "tensor", "architecture": "cbow", …}'
import { readFileSync } from "node:fs";
import { openBackend, saveVectors, startTraining, wordVectors } from "kernel-helpers";

const [corpus = "", out = "", given = "{}"] = process.argv.slice(2);
const { engine, ...options } = JSON.parse(given);
const opened = await open(engine);

const start = performance.now();
const sentences = readFileSync(corpus, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(" "));
const training = startTraining(sentences, options, opened);
const counted = performance.now();
for await (const _ of training);
const trained = performance.now();
console.log(JSON.stringify({ vocabulary: (counted - start) / 1000, training: (trained - counted) / 1000 }));
await saveVectors(out, wordVectors(training.vocabulary.words, await training.inputTable()));
training.close();

/** @param {"reference" | "tensor"} name */
async function open(name) {
  return name === "tensor" ? (await openBackend("wasm")).tf : undefined;
}
