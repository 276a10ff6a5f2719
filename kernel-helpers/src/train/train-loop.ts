import { everyMilliseconds, resumedRandom } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { dueEvents } from "./due-events.ts";
import type { Engine, EngineState } from "./engine.ts";
import { exampleSource } from "./example-source.ts";
import { noExamples } from "./no-examples.ts";
import type { Settings } from "./options.ts";
import type { Position } from "./position.ts";
import type { TrainingProgress } from "./progress.ts";
import type { SentenceIds } from "./sentence-ids.ts";

const TURN = 50; // ms between pauses in which output is sent and an interrupt can arrive

/** The loop shared by all engines. */
export interface TrainLoop {
  /**
   * epochs × sentences × examples, α falling linearly with the tokens read (word2vec.c). Gives a progress event every
   * 1/`reports` of the work and one at the end. Ends early, after one last event, when the user interrupts. Between events it
   * gives undefined about every 50 ms: `state()` may be called there too, and changes nothing.
   */
  readonly events: AsyncGenerator<TrainingProgress | undefined>;
  /**
   * The state at a place where `events` gave something. After an interrupt: the state before the last event, which trained on
   * a batch that was not full and would not exist without the interrupt.
   */
  state(): Promise<LoopState>;
}

/** Everything needed to continue. */
export interface LoopState {
  /** The position of the loop. */
  readonly position: Position;
  /** The state of the engine. */
  readonly engine: EngineState;
}

/** Prepares the loop from `start` on; the engine must be in the matching state. */
export function trainLoop(
  sentences: SentenceIds,
  engine: Engine,
  settings: Settings,
  start: Position,
): TrainLoop {
  const { epochs, alpha, minAlpha } = settings;
  const random = resumedRandom(start.random);
  const totalTokens = epochs * sentences.tokens;
  const plan = dueEvents(settings, totalTokens);
  const at = { ...start, reported: Math.min(start.reported, plan.reached(start.tokens)) };
  let interruptedAt: LoopState | undefined;

  async function state(): Promise<LoopState> {
    return { position: { ...at, random: random.state() }, engine: await engine.state() };
  }

  async function* events(): AsyncGenerator<TrainingProgress | undefined> {
    const examplesOf = exampleSource(sentences.vocabulary, settings, random);
    const isTurn = everyMilliseconds(TURN);
    const began = performance.now() - 1000 * start.seconds;
    for (; at.epoch <= epochs; at.epoch++, at.sentence = 0) {
      for (const sentence of sentences.from(at.sentence)) {
        at.sentence++;
        const rate = alpha - ((alpha - minAlpha) * at.tokens) / totalTokens;
        for (const example of examplesOf(sentence)) {
          const update = engine.add(example, rate);
          if (update) await update; // awaiting nothing would cost a turn for each example
          at.examples++;
        }
        at.tokens += sentence.length;
        const turn = isTurn();
        const stopped = turn && (await interrupted());
        const due = at.tokens >= plan.next(at.reported);
        if (!stopped && !due && !turn) continue;
        at.seconds = (performance.now() - began) / 1000;
        if (!stopped && !due) {
          yield undefined;
          continue;
        }
        if (due) at.reported = plan.reached(at.tokens);
        else interruptedAt = await state(); // before report() applies what is held back
        yield { ...progressAt(at, totalTokens), loss: await engine.report(), alpha: rate };
        if (stopped) return;
      }
    }
    if (at.examples === 0) throw noExamples(sentences.length);
  }
  return { events: events(), state: async () => interruptedAt ?? state() };
}

/** The numbers of an event that follow from the position. */
export function progressAt(
  { epoch, tokens, examples, seconds }: Position,
  totalTokens: number,
): Omit<TrainingProgress, "loss" | "alpha"> {
  return {
    tokens,
    totalTokens,
    epoch,
    examples,
    seconds,
    tokensPerSecond: tokens / seconds,
    examplesPerSecond: examples / seconds,
    secondsLeft: (seconds * (totalTokens - tokens)) / tokens,
  };
}
