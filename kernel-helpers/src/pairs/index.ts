export { drawNegatives } from "./draw-negatives.ts";
export {
  type AliasTable,
  aliasTable,
  negativeSampler,
  type Sampler,
  type SamplerOptions,
} from "./negative-sampler.ts";
export {
  type CbowExample,
  cbowExamples,
  type SkipGramPair,
  skipGramPairs,
  type WindowOptions,
} from "./windows.ts";
