export { type BackendChoice, backendNames } from "./choose-backend.ts";
export type { Backend, BackendName, Tensorflow } from "./contract.ts";
export { type BackendExplanation, explainBackends } from "./explain-backends.ts";
export { openBackend } from "./open-backend.ts";
export { scatterRows } from "./scatter-rows.ts";
