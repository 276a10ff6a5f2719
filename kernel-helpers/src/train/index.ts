export type { Engine } from "./engine.ts";
export { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
export { progressLine, type TrainingProgress } from "./progress.ts";
export { startTraining, type Training } from "./training.ts";
