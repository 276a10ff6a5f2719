import type { DatasetEntry, Host } from "../host/index.ts";

/** What a provider needs. */
export interface ProviderTools {
  /** Gets a line on what is being done, now and then. */
  readonly report: (line: string) => void;
  /** Writes the file whole or not at all. */
  readonly write: Host["write"];
}

/** Where a data set that has to be fetched comes from: Node makes it from its package, a page cannot. */
export interface Provider {
  /**
   * Makes the file of a data set if it is not there. Throws Error with a remedy if it cannot be fetched or made, or if the user
   * interrupts.
   */
  provide(name: string, entry: DatasetEntry, tools: ProviderTools): Promise<void>;
}

/** Type of "#datasets" for portable files. */
export declare const provider: Provider;
