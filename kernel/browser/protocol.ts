// What the page and the kernel's worker send each other: complete messages of Jupyter, and a few around them.

/** The sockets of a Jupyter kernel: the worker is one, and a message to it names its socket. */
export type Channel = "shell" | "control" | "stdin" | "iopub";

/** A message of Jupyter's protocol 5.3. */
export interface Message {
  readonly header: {
    readonly msg_id: string;
    readonly msg_type: string;
    readonly session: string;
    readonly username: string;
    readonly date: string;
    readonly version: string;
  };
  readonly parent_header: object;
  readonly metadata: object;
  readonly content: object;
}

export type ToWorker =
  | {
      readonly type: "start";
      /** URL of the folder with `types.json`, `modules.json` and what these name. */
      readonly base: string;
      /**
       * How often Interrupt was pressed, in each number of a SharedArrayBuffer; only where the page is isolated. It lets
       * a cell that never awaits notice it.
       */
      readonly presses?: Int32Array | undefined;
      /** What environment variables are in Node: name -> value. */
      readonly settings?: Readonly<Record<string, string>>;
      /** For tests: names of repairs to leave out. */
      readonly without?: readonly string[];
    }
  | { readonly type: "message"; readonly channel: Exclude<Channel, "iopub">; readonly message: Message }
  /** Interrupt was pressed; `presses` counts it already. */
  | { readonly type: "interrupt" };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "failed"; readonly reason: string }
  | { readonly type: "message"; readonly channel: Channel; readonly message: Message };
