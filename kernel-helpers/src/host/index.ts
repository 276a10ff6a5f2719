export {
  type FileContent,
  type FileParts,
  type Host,
  KERNEL_HOST,
  type KernelHost,
  type ListedFile,
  type MimeBundle,
  type OpenOptions,
  type ScratchFile,
  type ShowOptions,
} from "./contract.ts";
export { type DatasetEntry, type DatasetIndex, type DatasetPackage, datasetEntry } from "./dataset-index.ts";
export { interrupted } from "./interrupted.ts";
export { isMissing } from "./is-missing.ts";
export { kernelHost } from "./kernel-host.ts";
export {
  type ChosenAnswer,
  type NewChoice,
  NO_PROGRESS,
  type Passed,
  type PassedCheck,
  type ProgressRecord,
  parseProgress,
  withChoice,
  withPassed,
} from "./progress-record.ts";
export { textIfThere } from "./text-if-there.ts";
