/** Where lines of progress go: a terminal, or a file or pipe. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  /** Characters in a line of the terminal; 0 when unknown. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far long work is. */
export interface ProgressPrinter {
  /** The state now; on a terminal it replaces the one before. */
  show(line: string): void;
  /** Removes the last state before other text is printed. */
  clear(): void;
  /** Keeps the last state on the screen. */
  end(): void;
}

/**
 * Prints progress: on a terminal one line that is overwritten, elsewhere a line at most every `seconds`, and always the
 * last one.
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

/** A terminal wraps a longer line, and overwriting it would leave its first part on the screen. */
function fitting(line: string, columns = 0): string {
  const characters = [...line.replace(/\s+/g, " ")];
  return columns === 0 || characters.length < columns
    ? characters.join("")
    : `${characters.slice(0, columns - 2).join("")}…`;
}
