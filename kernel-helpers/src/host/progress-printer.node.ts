/** Where lines of progress go: a terminal, or a file or pipe. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  /** Characters in a line of the terminal; 0 when it does not say. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far long work is. */
export interface ProgressPrinter {
  /** The state now; on a terminal it replaces the one before. */
  show(line: string): void;
  /** Takes the last state away, for something that says more. */
  clear(): void;
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
      if (out.isTTY) out.write(`\r${fitting(line, out.columns)}\x1b[K`);
      held = line;
      if (!out.isTTY && now() - printed >= seconds * 1000) print(line);
    },
    clear() {
      if (out.isTTY && held !== undefined) out.write("\r\x1b[K");
      held = undefined;
    },
    end() {
      if (held === undefined) return;
      if (out.isTTY) out.write("\n");
      else print(held);
      held = undefined;
    },
  };
}

/** A terminal breaks a longer line, and writing over it would then leave its first part standing. */
function fitting(line: string, columns = 0): string {
  const characters = [...line.replace(/\s+/g, " ")];
  return columns === 0 || characters.length < columns
    ? characters.join("")
    : `${characters.slice(0, columns - 2).join("")}…`;
}
