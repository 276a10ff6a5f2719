export { type Histogram, histogramOf } from "./histogram.ts";
export { projectorFiles, projectorNames, type TextFile } from "./projector-files.ts";
export { csvLine, jsonLine, type LogRow, logRow } from "./run-log.ts";
export { configPath, type RunLogger, requireLogPath, startRunLog } from "./run-logger.ts";
export { histogramEvent, scalarsEvent, versionEvent } from "./tensorboard-events.ts";
export { startTensorboard, type TensorboardLogger } from "./tensorboard-logger.ts";
