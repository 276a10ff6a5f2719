import { everyMilliseconds, pause } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { longestSentence, type SimdRound } from "../simd/index.ts";
import type { EncodedCorpus } from "../vocabulary/index.ts";
import { dueEvents } from "./due-events.ts";
import { noExamples } from "./no-examples.ts";
import type { Settings } from "./options.ts";
import type { Position } from "./position.ts";
import type { TrainingProgress } from "./progress.ts";
import type { SimdEngine } from "./simd-engine.ts";
import { type LoopState, progressAt, type TrainLoop } from "./train-loop.ts";

const TURN = 50; // ms between pauses in which output is sent and an interrupt can arrive
const LONGEST = 2000; // ms of a round of several threads, after which the blocks in progress are the last ones
const FIRST = 1000; // tokens of the first round on one thread

/**
 * The loop of the simd engine: rounds of whole sentences, α falling linearly with the tokens read. A round ends where an event
 * is due, where its room is full, and after a time, so that a checkpoint can be taken; where it ends changes nothing, because each
 * token's random numbers and learning rate depend on its place alone. Events, interrupts and states are those of
 * `trainLoop`.
 */
export function roundLoop(
  corpus: EncodedCorpus,
  engine: SimdEngine,
  settings: Settings,
  start: Position,
): TrainLoop {
  const { epochs, alpha, minAlpha } = settings;
  const totalTokens = epochs * corpus.tokens;
  const plan = dueEvents(settings, totalTokens);
  const at = { ...start, reported: Math.min(start.reported, plan.reached(start.tokens)) };
  let reportedExamples = start.examples - engine.examples();
  let interruptedAt: LoopState | undefined;
  let stopped = false;

  async function endAsked(since: number): Promise<boolean> {
    await pause(TURN);
    stopped ||= await interrupted();
    return stopped || performance.now() - since >= LONGEST;
  }

  function position(): Position {
    return { ...at, examples: reportedExamples + engine.examples() };
  }

  async function state(): Promise<LoopState> {
    return { position: position(), engine: await engine.state() };
  }

  async function* events(): AsyncGenerator<TrainingProgress | undefined> {
    const isTurn = everyMilliseconds(TURN);
    let few = FIRST; // tokens that take about as long as a turn
    const began = performance.now() - 1000 * start.seconds;
    for (; at.epoch <= epochs; at.epoch++, at.sentence = 0) {
      while (at.sentence < corpus.sentences) {
        const toEvent = Math.max(1, Math.ceil(plan.next(at.reported)) - at.tokens);
        const round = loaded(engine.runsBeside ? toEvent : Math.min(toEvent, few));
        const from = performance.now();
        const part = await engine.round(round, () => endAsked(from));
        few = Math.max(1, Math.ceil((part.tokens * TURN) / Math.max(1, performance.now() - from)));
        at.sentence += part.sentences;
        at.tokens += part.tokens;
        const turn = isTurn();
        stopped ||= turn && (await interrupted());
        const due = at.tokens >= plan.next(at.reported);
        if (!stopped && !due && !turn) continue;
        at.seconds = (performance.now() - began) / 1000;
        if (!stopped && !due) {
          yield undefined;
          continue;
        }
        if (due) at.reported = plan.reached(at.tokens);
        else interruptedAt = await state(); // before report() forgets the losses since the last event
        const now = position();
        reportedExamples = now.examples;
        const rate = alpha - ((alpha - minAlpha) * at.tokens) / totalTokens;
        yield { ...progressAt(now, totalTokens), loss: await engine.report(), alpha: rate };
        if (stopped) return;
      }
    }
    if (reportedExamples === 0) throw noExamples(corpus.sentences);
  }

  /** Reads the ids of a round of about `tokens` tokens. */
  function loaded(tokens: number): SimdRound {
    const place = at.tokens - (at.epoch - 1) * corpus.tokens + at.sentence;
    const most = Math.ceil(1.5 * tokens) + longestSentence + 1; // at least two tokens for each -1
    return { length: corpus.read(place, engine.ids().subarray(0, most)), done: at.tokens, tokens };
  }

  async function* eventsAndRest(): AsyncGenerator<TrainingProgress | undefined> {
    try {
      yield* events();
    } finally {
      engine.rest();
    }
  }

  return { events: eventsAndRest(), state: async () => interruptedAt ?? state() };
}
