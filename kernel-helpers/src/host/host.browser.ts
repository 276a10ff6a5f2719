import { browserName } from "./browser-name.ts";
import type { Host } from "./contract.ts";
import { type DatasetIndex, datasetEntry } from "./dataset-index.ts";
import { appendFile, openFile, readFile, removeFile, writeFile } from "./files.browser.ts";
import { gunzip } from "./gunzip.browser.ts";
import { kernelHost } from "./kernel-host.ts";

/** Where the kernel's worker leaves the settings, which are environment variables in Node. */
const SETTINGS: unique symbol = Symbol.for("word2vec-lab.settings");

/** In a page all stages are one file in the folder modules/; the data sets are next to that folder. */
const datasets = new URL("../datasets/", import.meta.url);

/** The settings from the page's address, which the kernel's worker stores here before it loads this file. */
const settings: Readonly<Record<string, string>> =
  (globalThis as { [SETTINGS]?: Readonly<Record<string, string>> })[SETTINGS] ?? {};

/** The host in a browser's worker: data sets next to the page, files in the page's own folder. */
export const host: Host = {
  name: "browser",
  datasets: readIndex,
  asset,
  read: readFile,
  open: openFile,
  list: async () => undefined,
  stdin: () => undefined,
  packageFile(name) {
    throw new Error(`Cannot open npm:${name}: a page has no packages. Remedy: open the lesson in Node`);
  },
  gunzip,
  write: writeFile,
  append: appendFile,
  remove: removeFile,
  scratch: () => undefined,
  async show(bundle, options) {
    const kernel = kernelHost();
    if (kernel) kernel.show(bundle, options);
    else if (!options?.interim) console.log(String(bundle["text/plain"] ?? Object.keys(bundle).join(", ")));
  },
  interrupted: () => kernelHost()?.interrupted() ?? false,
  yield: nextTurn,
  threads: () => (globalThis.crossOriginIsolated ? navigator.hardwareConcurrency : 0),
  segmenter: () => browserName(navigator.userAgent),
  notePassed: async () => {},
  setting: (name) => settings[name],
};

async function readIndex(): Promise<DatasetIndex> {
  return JSON.parse(new TextDecoder().decode(await fetchBytes("index.json"))) as DatasetIndex;
}

async function asset(name: string): Promise<Uint8Array> {
  const entry = datasetEntry(await readIndex(), name);
  const bytes = await fetchBytes(entry.file);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sha256 !== entry.sha256) {
    throw new Error(
      `Cannot open the data set "${name}" as its SHA-256 must be ${entry.sha256}: current value is ${sha256}. ` +
        "Remedy: reload the page without its cache",
    );
  }
  return bytes;
}

async function fetchBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(file, datasets)).catch((error: Error) => {
    throw new Error(
      `Cannot fetch ${file}: the server does not answer: ${error.message}. Remedy: check the network, then run the cell again`,
    );
  });
  if (!response.ok) {
    throw new Error(
      `Cannot fetch ${file}: the server answered ${response.status}. Remedy: publish the whole site`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** A message to oneself, which is not delayed by 4 ms as a timer is. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
