import { host, stopOnInterrupt, systemReason } from "#host";
import { counted, escapeControls } from "../base/index.ts";
import type { Arguments, Command } from "./command.ts";
import { readLexicon } from "./monitor-lexicon.ts";
import { jsonLine, monitorLines } from "./monitor-lines.ts";
import { monitorMessages, type StreamTally } from "./monitor-messages.ts";
import { type MonitorPlan, monitorSpecs, readMonitorPlan } from "./monitor-plan.ts";
import { requireDistinct } from "./require-distinct.ts";
import { requireWritable } from "./require-writable.ts";
import { watchMessages } from "./watch-messages.ts";

/** `w2v monitor`: alerts on a stream of messages. */
export const monitorCommand: Command = {
  name: "monitor",
  summary: "watches messages and prints alerts as JSON lines",
  positionals: "FILE|-",
  options: monitorSpecs,
  notes: [
    'A line is a message: a text, or JSON such as {"time": "2026-11-30T09:15:00Z", "text": "…"}. The first line decides which.',
    "A lexicon of good and bad words reads each message. Alerts of the CUSUM chart come with the words and texts that moved them, and",
    'a line of the kind "band" says that the rolling mean has left its band. They go to standard output as they come, all else to',
    "standard error. A line that cannot be read is named and left out, and the exit code is 1. Ctrl-C ends with a summary.",
    'A file with a lexicon has lines such as {"word": "loss", "label": -1}, or: loss -1.',
    "What a list of words says of a message is often wrong, and no advice: lesson 15 measures it.",
  ],
  examples: [
    "w2v monitor messages.txt",
    "tail -f feed.jsonl | w2v monitor - --lexicon ./my-words.txt --limit 6",
    "w2v monitor archive.jsonl --field headline --rejects bad.txt > alerts.jsonl",
  ],
  run: monitor,
};

async function monitor(given: Arguments): Promise<number> {
  const plan = readMonitorPlan(given);
  await requireRejects(plan);
  const lexicon = plan.lexicon === undefined ? undefined : await readLexicon(plan.lexicon); // a bad one is told before a message is read
  const tally: StreamTally = { messages: 0, left: [], bad: 0 };
  const [restore, start] = [stopOnInterrupt(), performance.now()];
  let deaf: Error | undefined; // why the alerts go nowhere: their reader has ended, or the disk is full
  const stop = (error: Error): void => {
    deaf ??= error;
  };
  process.stdout.on("error", stop);
  try {
    const linesOf = monitorLines();
    let alerts = 0;
    const messages = monitorMessages(plan, tally, () => deaf === undefined);
    for await (const watched of watchMessages(messages, plan, lexicon)) {
      for (const line of linesOf(watched)) {
        if (line.kind === "alert") alerts++;
        process.stdout.write(`${jsonLine(line)}\n`);
      }
    }
    const isStopped = host.interrupted();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.error(
      `${isStopped ? "stopped" : "done"}: ${counted(alerts, "alert")} in ${summary(tally, seconds)}`,
    );
    if (tally.messages <= plan.options.warmUp) tellNothingWatched(tally, plan);
    if (deaf !== undefined) tellUnwritten(deaf);
    return isStopped ? 130 : tally.bad > 0 ? 1 : 0;
  } finally {
    restore();
    process.stdout.off("error", stop);
  }
}

async function requireRejects({ source, rejects }: MonitorPlan): Promise<void> {
  if (rejects === undefined) return;
  const inputs = source === "-" ? [] : [{ option: "FILE", path: source }];
  requireDistinct([{ option: "--rejects", path: rejects }], inputs);
  await requireWritable(rejects, "bad lines", "--rejects");
}

/** "1204 messages, 3.1 s; 2 lines left out: 17, 230" */
function summary({ messages, bad, left }: StreamTally, seconds: string): string {
  const numbers = left.join(", ") + (bad > left.length ? ", …" : "");
  return `${counted(messages, "message")}, ${seconds} s${bad === 0 ? "" : `; ${counted(bad, "line")} left out: ${numbers}`}`;
}

function tellNothingWatched({ messages }: StreamTally, { options: { warmUp } }: MonitorPlan): void {
  console.error(
    messages === 0
      ? "nothing was watched, as no message came"
      : `nothing was watched, as the first ${counted(warmUp, "message")} tell what is usual. Remedy: a smaller --warm-up`,
  );
}

/** A reader that has ended, as behind `| head -1`, needs no words. */
function tellUnwritten(error: Error & { readonly code?: string }): void {
  if (error.code === "EPIPE") return;
  const { reason, remedy } = systemReason(error) ?? {
    reason: error.message,
    remedy: "check standard output",
  };
  console.error(escapeControls(`the alerts could not be written: ${reason}. Remedy: ${remedy}`));
}
