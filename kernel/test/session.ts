/** One execute request to a kernel under test; drive-kernel.py explains the fields. */
export interface Step {
  readonly code: string;
  readonly stopOnError?: boolean;
  readonly queued?: boolean;
  readonly interruptOn?: string;
  readonly until?: string;
  readonly beatOn?: string;
  readonly mayHang?: boolean;
  readonly inputs?: readonly string[];
  readonly request?: { readonly type: string; readonly content: object };
}

/** The parts of a message's content that tests use, for all message types. */
export interface Content {
  readonly name?: string;
  readonly text?: string;
  readonly data?: object;
  readonly status?: string;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
  readonly history?: readonly (readonly [session: number, line: number, code: string])[];
}

export interface Message {
  readonly type: string;
  readonly content: Content;
  /** The kernel's state when the message arrived. */
  readonly state: string | null;
}

export interface CellResult {
  /** Content of the reply; null if there was none. */
  readonly reply: Content | null;
  readonly replyType: string | null;
  /** The messages that the kernel published about the cell, except its states. */
  readonly messages: readonly Message[];
  /** Whether the kernel finally reported that it is idle. */
  readonly idle: boolean;
  /** Time from the interrupt to the reply; null if there was none. */
  readonly secondsAfterInterrupt: number | null;
  /** Whether the heartbeat answered while the cell ran; null if it was not tested. */
  readonly beat: boolean | null;
  /** Time from the request to its reply; null if there was none. */
  readonly seconds: number | null;
}

export interface Session {
  readonly info: object;
  /** Whether the kernel lived until it was asked to shut down. */
  readonly alive: boolean;
  /** Answer to a request to shut down and restart; null if there was none. */
  readonly shutdownReply: object | null;
  /** Whether the process ended by itself when it was asked to. */
  readonly ended: boolean;
  readonly cells: readonly CellResult[];
}

/** The text that the cell printed to `name`. */
export function printed(cell: CellResult | undefined, name: "stdout" | "stderr" = "stdout"): string {
  const texts = messagesOf(cell, "stream").filter(({ content }) => content.name === name);
  return texts.map(({ content }) => content.text).join("");
}

export function messagesOf(cell: CellResult | undefined, type: string): Message[] {
  return (cell?.messages ?? []).filter((message) => message.type === type);
}

/** The traceback of the cell's failure as one text; "" when it did not fail. */
export function tracebackOf(cell: CellResult | undefined): string {
  return (cell?.reply?.traceback ?? []).join("\n");
}
