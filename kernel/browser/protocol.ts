// What the page and the kernel's worker say to each other: Jupyter's messages, whole, and a few words around them.

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
       * How often Interrupt was pressed, over a SharedArrayBuffer of one number: where the page is isolated. So a cell
       * that never awaits can hear of it.
       */
      readonly interrupts?: Int32Array | undefined;
      /** What in Node are environment variables: name -> value. */
      readonly settings?: Readonly<Record<string, string>>;
      /** For tests: names of repairs to leave out. */
      readonly without?: readonly string[];
    }
  | { readonly type: "message"; readonly channel: Exclude<Channel, "iopub">; readonly message: Message }
  /** Interrupt was pressed; `interrupts` counts it already. */
  | { readonly type: "interrupt" };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "failed"; readonly reason: string }
  | { readonly type: "message"; readonly channel: Channel; readonly message: Message };
