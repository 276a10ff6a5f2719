import { host } from "#host";
import { type BackendChoice, backendNames, openBackend, type Tensorflow } from "../backend/index.ts";
import { type Checkpoint, plannedSettings, planTraining, type Training } from "../train/index.ts";
import { readTokens } from "./read-tokens.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";

/**
 * A new training, or one that continues from a checkpoint. The corpus comes first: opening a backend takes seconds, and
 * what it prints would hide why a text is refused.
 */
export async function prepareTraining(plan: TrainPlan, from: Checkpoint | undefined): Promise<Training> {
  const { engine, backend } = plan;
  const by = engine ?? from?.by ?? "tensor";
  const { minCount, maxVocab } = plannedSettings(plan.options, { from, engine: by });
  // These engines take sentences whole, as they always have, so that old checkpoints know their corpus.
  const whole = { minCount, maxVocab, maxSentenceLength: 0 };
  const { corpus, tokenizer, told } = await readTokens(plan, from, whole);
  const begin = planTraining(corpus, { ...plan.options, tokenizer }, { from, engine: by });
  const tf = by === "tensor" ? await openTensorflow(backend ?? backendOf(from)) : undefined;
  if (from && tf) warnIfOther(from.backend, tf.getBackend());
  const training = begin(tf);
  const words = training.vocabulary.words.length.toLocaleString("en");
  say(told);
  say(`corpus: ${plan.corpus}, ${training.settings.architecture} over ${words} words`);
  if (from) console.log(`resumed after ${from.position.examples.toLocaleString("en")} examples`);
  return {
    ...training,
    close() {
      training.close();
      corpus.close();
    },
  };
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
