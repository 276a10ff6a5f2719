/** An output of an executed notebook (nbformat 4.5). */
export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: readonly string[];
}

/** Beside a chart Node draws a picture as SVG, and JupyterLab's renderer keeps one as PNG. */
const CHART = /^application\/vnd\.(?:vegalite|plotly)\./;

/** Colours of a terminal, in which front ends show tracebacks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const COLOURS = /\u001b\[[\d;]*m/g;

/**
 * What a cell shows as lines of text, in Node and in a page alike: printed text of one stream in one piece, however many
 * messages brought it, and the forms of a result in the order of their names.
 */
export function shown(outputs: readonly Output[]): string[] {
  const lines: string[] = [];
  let stream = "";
  for (const output of outputs) {
    if (output.output_type === "stream") {
      if (stream === output.name) lines.push(`${lines.pop()}${[output.text ?? ""].flat().join("")}`);
      else lines.push(`${output.name}: ${[output.text ?? ""].flat().join("")}`);
      stream = output.name ?? "";
      continue;
    }
    stream = "";
    if (output.output_type === "error") lines.push(failureOf(output));
    else lines.push(...formsOf(output.data ?? {}));
  }
  return lines;
}

function failureOf({ ename = "", evalue = "", traceback = [] }: Output): string {
  return [ename, evalue, ...traceback].join("\n").replaceAll(COLOURS, "");
}

function formsOf(data: Readonly<Record<string, unknown>>): string[] {
  const types = Object.keys(data);
  const kept = types.some((type) => CHART.test(type))
    ? types.filter((type) => !type.startsWith("image/"))
    : types;
  return kept.sort().map((type) => `${type}: ${textOf(data[type])}`);
}

/** A view's HTML carries a script in Node, for other pages; the page of the course has it. */
const VIEW_SCRIPT = /<script>var w2vViews=.*?<\/script>/s;

/** Jupyter splits text into lines in a file, and not in a front end. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content.replace(VIEW_SCRIPT, "");
  const lines = Array.isArray(content) && content.every((line) => typeof line === "string");
  return lines ? content.join("").replace(VIEW_SCRIPT, "") : JSON.stringify(content, sortedKeys);
}

/** nbformat sorts the keys of what it writes, and a front end does not. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
