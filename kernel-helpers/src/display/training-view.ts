import type { SmallTrainingOptions } from "../train/index.ts";
import type { ViewData } from "./view-data.ts";

/** A training of a few words as the view that plays it needs it. */
export interface TrainingView extends ViewData {
  /** Which view. */
  readonly view: "training";
  /** What is trained. */
  readonly title: string;
  /** The text. */
  readonly sentences: readonly (readonly string[])[];
  /** How it begins; the reader may choose another architecture, output layer and learning rate. */
  readonly options: SmallTrainingOptions & {
    /** The learning rate α at the start. */
    readonly alpha: number;
  };
}
