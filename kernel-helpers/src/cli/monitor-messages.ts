import { host } from "#host";
import { escapeControls, everyMilliseconds, joined } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import type { MonitorPlan } from "./monitor-plan.ts";
import { streamLines } from "./stream-lines.ts";
import { type LineProblem, type MessageForm, type StreamMessage, streamMessage } from "./stream-message.ts";

/** A message and the line that it stands on. */
export type NumberedMessage = StreamMessage & { readonly line: number };

/** What is counted while a stream is read. */
export interface StreamTally {
  /** Messages read. */
  messages: number;
  /** Numbers of the lines that could not be read, the first ones. */
  readonly left: number[];
  /** How many could not be read. */
  bad: number;
}

const ASK = 50; // milliseconds between two looks at whether the user wants to stop
const NAMED = 20; // bad lines that the summary names
const NEWLINE = Uint8Array.of(10);

/**
 * The messages of a file or of standard input, as they come. A line that cannot be read is told on standard error with its number and a remedy, kept in the file of --rejects, and left out. Ends
 * when the stream does, when the user asks to stop, or when `isHeard` says that nobody reads what is printed.
 */
export async function* monitorMessages(
  { source, field, rejects }: Pick<MonitorPlan, "source" | "field" | "rejects">,
  tally: StreamTally,
  isHeard: () => boolean,
): AsyncGenerator<NumberedMessage> {
  const isTime = everyMilliseconds(ASK);
  let form: MessageForm | undefined;
  try {
    for await (const read of streamLines(await partsOf(source))) {
      if ("text" in read) form ??= formOf(read.text, field);
      const message = "text" in read ? streamMessage(read.text, form as MessageForm) : read;
      if ("problem" in message) {
        await leaveOut(message, read.line, tally);
        if (rejects !== undefined) await host.append(rejects, joined([read.bytes, NEWLINE]));
      } else {
        tally.messages++;
        yield { ...message, line: read.line };
      }
      if (!isHeard() || (isTime() && (await interrupted()))) return;
    }
  } catch (error) {
    if (!host.interrupted()) throw error; // Ctrl-C ends the wait for the next part
  }
}

/** The first line decides how all are read; throws Error for the start of an array, which has no line for each message. */
function formOf(first: string, field: string): MessageForm {
  if (/^\[\s*(\{|$)/.test(first)) {
    throw new Error(
      "Cannot watch the stream: it is one JSON array, not a line for each message. Remedy: jq -c '.[]' FILE | w2v monitor -",
    );
  }
  return { json: first.startsWith("{"), field };
}

async function partsOf(source: string): Promise<AsyncGenerator<Uint8Array>> {
  const input = source === "-" ? host.stdin() : await host.open(source, { once: true });
  if (input === undefined) throw new Error("Cannot watch the stream as there is no standard input");
  return input.parts();
}

async function leaveOut({ problem, remedy }: LineProblem, line: number, tally: StreamTally): Promise<void> {
  tally.bad++;
  if (tally.left.length < NAMED) tally.left.push(line);
  console.error(escapeControls(`line ${line} is left out: ${problem}. Remedy: ${remedy}`));
}
