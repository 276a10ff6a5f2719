import { host } from "#host";
import { type BackendChoice, backendNames, openBackend, type Tensorflow } from "../backend/index.ts";
import { mostNoise, openSimd, type Simd, simdBinaries } from "../simd/index.ts";
import {
  type Checkpoint,
  type EngineName,
  plannedSettings,
  planTraining,
  sentenceLimit,
  type Training,
  wordsBefore,
} from "../train/index.ts";
import { corpusLine } from "./corpus-line.ts";
import { readTokens } from "./read-tokens.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";

const SEVERAL_THREADS =
  "with several threads the result is not that of an undisturbed training; --threads 1 gives the same bits if it was begun so";

/** Tokens of a text from which vectors can be good at all; a twentieth of the State of the Union has fewer. */
const FEW_TOKENS = 100_000;
const fewTokens =
  "note: so few tokens make poor vectors: most neighbours are chance. Remedy: more text; good vectors need a million tokens or more";

/** The checkpoint that a training begins with. */
export interface Start {
  /** One to resume. */
  readonly from?: Checkpoint | undefined;
  /** One whose model goes on with the text. */
  readonly earlier?: Checkpoint | undefined;
}

/**
 * A new training, or one that begins with a checkpoint. The corpus comes first: opening a backend takes seconds, and
 * what it prints would hide why a text is refused.
 */
export async function prepareTraining(plan: TrainPlan, start: Start): Promise<Training> {
  const { from, earlier } = start;
  const before = from ?? earlier;
  const by = plan.engine ?? before?.by ?? engineFor(plan);
  const { minCount, maxVocab } = plannedSettings(plan.options, { ...start, engine: by });
  const encoding = { minCount, maxVocab, maxSentenceLength: sentenceLimit(by), earlier: wordsBefore(start) };
  const { corpus, tokenizer, told, tokens } = await readTokens(plan, before, encoding);
  const begin = planTraining(corpus, { ...plan.options, tokenizer }, { ...start, engine: by });
  const simd = by === "simd" ? openTrainer(plan, before) : undefined;
  const training = begin(simd ?? (await openedTensorflow(by, plan, start)));
  say(told);
  say(corpusLine(plan.corpus, { corpus, tokens, architecture: training.settings.architecture }));
  const isFew = tokens < FEW_TOKENS && plan.corpus !== "toy"; // toy is made so that its tokens suffice
  if (isFew && corpus.earlier.length === 0) say(fewTokens);
  if (from) {
    const isOver = from.position.tokens >= training.settings.epochs * corpus.tokens;
    say(resumedLine(from, isOver ? plan.resume : undefined));
    if (!isOver && simd !== undefined && simd.threads > 1) console.log(SEVERAL_THREADS);
  }
  return {
    ...training,
    close() {
      training.close();
      corpus.close();
    },
  };
}

/** How far the checkpoint had come; `finished` is its file, if nothing is left to do. */
function resumedLine({ position }: Checkpoint, finished: string | undefined): string {
  const line = `resumed after ${position.examples.toLocaleString("en")} examples`;
  if (finished === undefined) return line;
  return `${line}: this training was finished. To train on: --from ${finished} --add TEXT`;
}

/** The fastest engine that can follow the options. */
function engineFor({ options, backend }: TrainPlan): EngineName {
  const {
    optimizer = "sgd",
    negative = 1,
    hs = false,
    clipNorm = 0,
    clipRowNorm = 0,
    batchSize,
    rowStep,
  } = options;
  const forTensor =
    backend !== undefined ||
    Boolean(host.setting("W2V_BACKEND")) ||
    batchSize !== undefined ||
    rowStep !== undefined ||
    optimizer !== "sgd" ||
    (negative === 0 && !hs) ||
    negative > mostNoise;
  return forTensor || clipNorm !== 0 || clipRowNorm !== 0 ? "tensor" : "simd";
}

/** The simd engine on the binary of the plan or of the checkpoint. */
function openTrainer({ simd: binary, threads = 0 }: TrainPlan, from: Checkpoint | undefined): Simd {
  const before = simdBinaries.find((name) => name === from?.backend);
  const simd = openSimd({ threads, binary: binary ?? before ?? "auto" });
  console.log(simd.report);
  const usable = host.threads();
  if (threads > usable && usable > 0) {
    console.error(
      `warning: this program may use ${usable === 1 ? "1 processor" : `${usable} processors`} at once, and ${threads} threads would share them: ` +
        "that trains no faster. Remedy: leave out --threads",
    );
  }
  return simd;
}

async function openedTensorflow(
  engine: EngineName,
  { backend }: TrainPlan,
  { from, earlier }: Start,
): Promise<Tensorflow | undefined> {
  if (engine === "reference") console.log("engine: reference, float64, one example at a time");
  if (engine !== "tensor") return undefined;
  const tf = await openTensorflow(backend ?? backendOf(from ?? earlier));
  if (from) warnIfOther(from.backend, tf.getBackend());
  return tf;
}

/** The backend that a checkpoint was written on, unless the user chose another. For TensorFlow's two, auto decides. */
function backendOf(from: Checkpoint | undefined): BackendChoice | undefined {
  if (host.setting("W2V_BACKEND")) return undefined;
  return backendNames.find((name) => name === from?.backend);
}

function warnIfOther(before: string, now: string): void {
  if (before === now) return;
  console.error(
    `warning: the checkpoint was written on the backend ${before}, this is ${now}: the last digits will differ. ` +
      `Remedy: --backend ${before === "tensorflow" ? "native or cuda" : before}`,
  );
}

async function openTensorflow(choice: BackendChoice | undefined): Promise<Tensorflow> {
  const { tf, report } = await openBackend(choice);
  console.log(report);
  return tf;
}
