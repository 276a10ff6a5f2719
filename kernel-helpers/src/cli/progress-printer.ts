/** Where lines of progress go: a terminal, or a file or pipe. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far long work is. */
export interface ProgressPrinter {
  /** The state now; on a terminal it replaces the one before. */
  show(line: string): void;
  /** Leaves the last state standing. */
  end(): void;
}

/**
 * Prints progress: on a terminal one line that is written over, elsewhere a line at most every `seconds`, and the
 * last one in any case.
 */
export function progressPrinter(
  out: ProgressOutput,
  {
    seconds = 5,
    now = () => performance.now(),
  }: { readonly seconds?: number; readonly now?: () => number } = {},
): ProgressPrinter {
  let printed = Number.NEGATIVE_INFINITY;
  let held: string | undefined;
  function print(line: string): void {
    out.write(`${line}\n`);
    printed = now();
    held = undefined;
  }
  return {
    show(line) {
      if (out.isTTY) out.write(`\r${line}\x1b[K`);
      held = line;
      if (!out.isTTY && now() - printed >= seconds * 1000) print(line);
    },
    end() {
      if (held === undefined) return;
      if (out.isTTY) out.write("\n");
      else print(held);
      held = undefined;
    },
  };
}
