/** What one kernel does; `good` is null if the behaviour cannot occur in its language or in it. */
export interface Verdict {
  readonly good: boolean | null;
  readonly text: string;
}

/** A behaviour, with the verdict on each kernel by its name. */
export interface BehaviourRow {
  /** The heading that it stands under. */
  readonly topic: string;
  readonly behaviour: string;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** What a kernel costs: seconds (_s), milliseconds (_ms), megabytes (_mb); null or absent if it could not be measured. */
export type Costs = Readonly<Partial<Record<CostName, number | null>>>;

/** The names of the costs, as in speed.py. */
export type CostName =
  | "start_s"
  | "start_cpu_s"
  | "first_cell_ms"
  | "first_hundred_ms"
  | "last_hundred_ms"
  | "first_hundred_cpu_ms"
  | "last_hundred_cpu_ms"
  | "replies_lost"
  | "rss_start_mb"
  | "rss_end_mb"
  | "loaded_cell_ms"
  | "completion_ms"
  | "inspection_ms"
  | "rss_loaded_mb"
  | "load";

/** One run of all kernels, as stored in kernel/compare/results.json. */
export interface KernelResults {
  /** When the behaviours were run, and when the speed was measured, ISO 8601. */
  readonly measured: string;
  readonly speedMeasured: string;
  readonly machine: string;
  /** Node, Python, jupyter_client. */
  readonly versions: string;
  /** How long the behaviours took, in seconds. */
  readonly seconds: number;
  /** In the order of the columns. */
  readonly kernels: readonly { readonly name: string; readonly title: string }[];
  readonly behaviours: readonly BehaviourRow[];
  readonly speed: Readonly<Record<string, Costs>>;
}
