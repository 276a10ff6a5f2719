// The kernel in a web worker: `start` begins it, Jupyter's messages follow. protocol.ts says how.
import type { FromWorker, ToWorker } from "../protocol.ts";
import { redirectConsole } from "./console.ts";
import { tellOfFailures } from "./failures.ts";
import { files } from "./files.ts";
import { moduleUrls } from "./load-module.cjs";
import { deliver } from "./node/zeromq.ts";
import { setImmediate } from "./set-immediate.ts";

/** The declaration of `input()`, at the path where the repair `input` expects it. */
declare const INPUT_DECLARATION: { readonly path: string; readonly text: string };

/** `SETTINGS` of kernel-helpers' host for browsers, which lies in another bundle. */
const SETTINGS = Symbol.for("word2vec-lab.settings");

type Start = Extract<ToWorker, { type: "start" }>;

let interrupt = (): void => {};

async function start({ base, presses, settings = {}, without }: Start): Promise<void> {
  const [types, modules] = await Promise.all([
    fetchJson("types.json", base),
    fetchJson("modules.json", base),
  ]);
  for (const [path, text] of Object.entries(types)) files.set(path, text);
  files.set(INPUT_DECLARATION.path, INPUT_DECLARATION.text);
  for (const [name, file] of Object.entries(modules)) moduleUrls.set(name, new URL(file, base).href);
  Object.assign(globalThis, { setImmediate, [SETTINGS]: settings });
  redirectConsole();
  tellOfFailures();
  const { launch } = await import("./launch.cjs"); // not before there are files: TypeScript reads its library
  ({ interrupt } = launch({ without, presses }));
}

async function fetchJson(file: string, base: string): Promise<Record<string, string>> {
  const response = await fetch(new URL(file, base));
  if (!response.ok)
    throw new Error(
      `Cannot fetch ${file}: the server answered ${response.status}. Remedy: publish the whole site`,
    );
  return response.json();
}

function post(message: FromWorker): void {
  self.postMessage(message);
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "message") deliver(data.channel, data.message);
  else if (data.type === "interrupt") interrupt();
  else post(await begin(data));
};

async function begin(data: Start): Promise<FromWorker> {
  try {
    await start(data);
    return { type: "ready" };
  } catch (error) {
    return { type: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}
