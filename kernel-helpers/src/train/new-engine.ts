import type { Tensorflow } from "../backend/index.ts";
import { createModel } from "../model/index.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./options.ts";
import { referenceEngine } from "./reference-engine.ts";
import { tensorEngine } from "./tensor-engine.ts";

/** An engine with a new model: the tensor engine with `tf`, otherwise the reference engine. The caller closes it. */
export function newEngine(vocabularySize: number, settings: Settings, tf?: Tensorflow): Engine {
  const model = createModel(vocabularySize, settings);
  return tf ? tensorEngine(tf, model, settings) : referenceEngine(model, settings);
}
