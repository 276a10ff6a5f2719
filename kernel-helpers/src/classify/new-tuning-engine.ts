import type { Tensorflow } from "../backend/index.ts";
import { networkOptimizer } from "./network-optimizer.ts";
import { tensorTuningEngine } from "./tensor-tuning-engine.ts";
import { networkScores, type TextNetwork } from "./text-network.ts";
import { copyTuned } from "./tuned-tables.ts";
import type { TuningEngine } from "./tuning-engine.ts";

/** The engine for `network`: on the backend of `tf`, or without it the float64 one, which moves `network` itself. */
export function newTuningEngine(network: TextNetwork, tf?: Tensorflow): TuningEngine {
  if (tf) return tensorTuningEngine(tf, network);
  const optimizer = networkOptimizer(network);
  return {
    async step(batch, alpha, t) {
      optimizer.step(batch, alpha, t);
    },
    scores: async (texts) => networkScores(network, texts),
    read: async (target) => copyTuned(network, target),
    close() {},
  };
}
