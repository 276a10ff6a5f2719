// Trains with this library and prints JSON: the seconds of the vocabulary and of the training. Plain JavaScript, so that no compiler
// shares its process:
//   node ours.mjs CORPUS OUT '{"engine": "simd", "threads": 2, "binary": "plain", "architecture": "cbow", …}'
import {
  encodeCorpus,
  openBackend,
  openSimd,
  saveVectors,
  sentenceLimit,
  startTraining,
  wordVectors,
} from "kernel-helpers";

const [corpus = "", out = "", given = "{}"] = process.argv.slice(2);
const { engine, threads, binary, ...options } = JSON.parse(given);
const opened = await open();

const start = performance.now();
// as w2v train reads it: counted and encoded in one pass
const { minCount } = options;
const reading = { tokenizer: "whitespace", minCount, maxSentenceLength: sentenceLimit(engine) };
const text = await encodeCorpus(corpus, reading);
const training = startTraining(text.corpus, { ...options, tokenizer: text.tokenizer }, opened);
const counted = performance.now();
for await (const _ of training);
const trained = performance.now();
console.log(JSON.stringify({ vocabulary: (counted - start) / 1000, training: (trained - counted) / 1000 }));
await saveVectors(out, wordVectors(training.vocabulary.words, await training.inputTable()));
training.close();

async function open() {
  if (engine === "simd") return openSimd({ threads, binary });
  return engine === "tensor" ? (await openBackend("wasm")).tf : undefined;
}
