/** A frame as Firefox and Safari write it: `name@place:line:column`. */
const FRAME = /^(.*)@(.*:\d+:\d+)$/;

/**
 * Rewrites the stack of an error from another browser in V8's format, in place: `Name: message`, then lines
 * `    at name (place:line:column)`. Code that reads stacks then needs to know one format.
 */
export function showStacksAsV8(value: unknown): void {
  if (Object.prototype.toString.call(value) !== "[object Error]") return;
  const error = value as Error;
  showStacksAsV8(error.cause);
  const { stack } = error;
  if (typeof stack !== "string" || /^\s+at /m.test(stack)) return;
  const frames = stack.split("\n").flatMap((line) => frameAsV8(line) ?? []);
  if (frames.length === 0 && stack !== "") return;
  const written = [`${error.name}: ${error.message}`, ...frames].join("\n");
  Object.defineProperty(error, "stack", { configurable: true, writable: true, value: written });
}

function frameAsV8(line: string): string | undefined {
  const [, path = "", place = ""] = FRAME.exec(line) ?? [];
  if (place === "") return undefined;
  const name = path
    .replace(/^async\*/, "async ")
    .replace(/\/<$|[*<]$/g, "")
    .trim();
  return name === "" ? `    at ${place}` : `    at ${name} (${place})`;
}
