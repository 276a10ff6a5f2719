import { durationText } from "../../kernel-helpers/src/base/index.ts";
import type { RunEvent } from "./execute-notebook.ts";

/** Shows how a run progresses: one line that updates itself on a terminal, elsewhere a line per cell. */
export interface Progress {
  /** A notebook begins; `left` is the time that it and the later ones took last time, if known. */
  begin(notebook: string, left: number | undefined): void;
  /** Something happened in it. */
  follow(event: RunEvent): void;
  /** It is over. */
  end(): void;
}

/** The progress of notebooks run one after another, written to `out`. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  const live = out.isTTY === true;
  let notebook = "";
  let left: number | undefined;
  let cells = 0;
  let done = 0;
  let cell = "";
  let start = 0;
  let timer: NodeJS.Timeout | undefined;
  const text = (): string => {
    const seconds = (performance.now() - start) / 1000;
    const remaining = left === undefined ? "" : `, about ${durationText(Math.max(0, left - seconds))} left`;
    return `${notebook}  cell ${Math.min(done + 1, cells)} of ${cells}  ${cell}  ${durationText(seconds)}${remaining}`;
  };
  const draw = (): void => {
    if (live) out.write(`\r\x1b[2K${text().slice(0, (out.columns ?? 80) - 1)}`);
  };
  return {
    begin(name, before) {
      [notebook, left, cells, done, cell, start] = [
        name,
        before,
        0,
        0,
        "starting the kernel",
        performance.now(),
      ];
      timer = setInterval(draw, 500);
      draw();
    },
    follow(event) {
      if (event.event === "start") cells = event.cells;
      if (event.event === "cell") cell = event.id;
      if (event.event === "done") {
        if (!live) {
          const state = event.status === "ok" ? "" : `  ${event.status}`;
          out.write(
            `${notebook}  ${done + 1}/${cells}  ${event.id}  ${durationText(event.seconds)}${state}\n`,
          );
        }
        done++;
      }
      draw();
    },
    end() {
      clearInterval(timer);
      if (live) out.write("\r\x1b[2K");
    },
  };
}
