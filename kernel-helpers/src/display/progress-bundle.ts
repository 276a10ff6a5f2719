import { durationText, paceText } from "../base/index.ts";
import type { MimeBundle } from "../host/index.ts";
import { escapeHtml } from "./displayable.ts";

/** How far a loop is. */
export interface Progress {
  readonly label: string;
  /** Items done. */
  readonly done: number;
  /** Items in all; undefined when unknown. */
  readonly total: number | undefined;
  /** Seconds since the start. */
  readonly seconds: number;
  readonly state: "running" | "done" | "stopped";
}

/** The state as a bar with words, and as the words alone. */
export function progressBundle(progress: Progress): MimeBundle {
  const words = wordsOf(progress);
  const { label } = progress;
  const title = label === "" ? "" : `${label}: `;
  const name = escapeHtml(label === "" ? "progress" : label);
  return {
    "text/html": `<div>${escapeHtml(title)}<progress aria-label="${name}"${barOf(progress)}></progress> ${words}</div>`,
    "text/plain": `${title}${words}`,
  };
}

/** A bar without a value moves to and fro, for work of unknown length; at the end it is full or gone. */
function barOf({ done, total, state }: Progress): string {
  if (total !== undefined && total > 0) return ` max="${total}" value="${Math.min(done, total)}"`;
  if (state === "running") return "";
  return ` max="1" value="${state === "done" ? 1 : 0}"`;
}

function wordsOf({ done, total, seconds, state }: Progress): string {
  const count = done.toLocaleString("en");
  const far = total === undefined ? count : `${count} of ${total.toLocaleString("en")}`;
  if (state === "stopped") return `stopped at ${far} after ${durationText(seconds)}`;
  if (state === "running" && done === 0) return far;
  const perSecond = done > 0 ? done / seconds : Number.NaN;
  if (state === "done") return joined(far, paceText({ perSecond }), `done in ${durationText(seconds)}`);
  const secondsLeft = total === undefined ? undefined : Math.max(0, total - done) / perSecond;
  return joined(far, `${durationText(seconds)} gone`, paceText({ perSecond, secondsLeft }));
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
