import type { DatasetIndex } from "./dataset-index.ts";
import type { PassedCheck } from "./progress-record.ts";

/** One output in every form available: MIME type -> content (text, or plain data for JSON types). */
export interface MimeBundle {
  readonly [mime: string]: unknown;
}

/** Where an output goes: a new place, or the place of an earlier one with the same `displayId`. */
export interface ShowOptions {
  /** Name of the place; a later call with `update` replaces its content. */
  readonly displayId?: string;
  /** Replace the output named `displayId` instead of adding one. Default: false. */
  readonly update?: boolean;
  /**
   * A state that will soon be replaced by the next one. A terminal overwrites it on the same line; a file or pipe gets
   * one every few seconds. A kernel shows it like any other. Default: false.
   */
  readonly interim?: boolean;
}

/**
 * What a Jupyter kernel provides to the stages. A kernel publishes it on `globalThis` under `KERNEL_HOST` before the
 * first cell runs; outside a kernel it is absent and the host prints to the terminal.
 */
export interface KernelHost {
  /** Adds an output to the running cell, or replaces an earlier one. */
  show(bundle: MimeBundle, options?: ShowOptions): void;
  /** Clears the outputs of the running cell; with `wait`, only when the next output comes. */
  clear(wait?: boolean): void;
  /** True from the moment the user presses Interrupt until the next cell starts. */
  interrupted(): boolean;
  /** The frames of an error's stack, the innermost first, by cells and lines: `at step (cell 24, line 4)`; none of the kernel's own. */
  frames?(error: unknown): readonly string[];
  /** Whether this error is how the kernel ends code after an Interrupt: whoever catches it must throw it again. */
  isInterrupt?(error: unknown): boolean;
  /** What the running cell is doing, in words; if the user stops the cell now, its message says so. */
  during?(what: string | undefined): void;
}

/** The symbol under which a kernel publishes its `KernelHost`. */
export const KERNEL_HOST: unique symbol = Symbol.for("word2vec-lab.host");

/** How a file is opened. */
export interface OpenOptions {
  /** Its parts are asked for once only: what another program writes into a pipe then needs no memory. Default: false. */
  readonly once?: boolean;
}

/** A file of a folder. */
export interface ListedFile {
  /** Its path below the folder, with "/" between names on every system. */
  readonly path: string;
  /** Its size in bytes. */
  readonly size: number;
}

/** What is written to a file: its bytes, or pieces of them in order, which are taken one after the other. */
export type FileContent = Uint8Array | Iterable<Uint8Array>;

/** A file that is read in parts, so that it may be larger than what memory can hold twice. */
export interface FileParts {
  /** Its size in bytes; infinite if nobody knows it. */
  readonly size: number;
  /** Its bytes in order, from the start at each call. A part is valid until the next one is asked for. */
  parts(): AsyncGenerator<Uint8Array>;
}

/** A file for what does not fit in memory: it has no name that lasts, and goes when it is closed or the process ends. */
export interface ScratchFile {
  /** Adds bytes at the end. Throws Error with a remedy if the disk is full. */
  append(bytes: Uint8Array): void;
  /** Fills `bytes` with what stands at byte `at`, and returns how many there were. */
  read(at: number, bytes: Uint8Array): number;
  /** Writes bytes at byte `at`, over what stands there. */
  write(at: number, bytes: Uint8Array): void;
  /** Removes the file. */
  close(): void;
}

/**
 * Everything that the portable stages need from the machine. There is one for Node and one for the browser. Where a file
 * cannot be read or written, the error gives the reason and a remedy, and the system's own error is its `cause`.
 */
export interface Host {
  /** Which implementation this is. */
  readonly name: "node" | "browser";
  /** What datasets/index.json says of each data set; in a page of those that lie beside it. */
  datasets(): Promise<DatasetIndex>;
  /** Bytes of a data set by its name in datasets/index.json; throws if the checksum differs. */
  asset(name: string): Promise<Uint8Array>;
  /** Bytes of a file. */
  read(path: string): Promise<Uint8Array>;
  /** A file to be read in parts. */
  open(path: string, options?: OpenOptions): Promise<FileParts>;
  /** All files below a folder, sorted by their paths' UTF-16 units; undefined if `path` is no folder. */
  list(path: string): Promise<readonly ListedFile[] | undefined>;
  /** What is given to the program on its standard input; undefined in a page, which has none. */
  stdin(): FileParts | undefined;
  /** The path of a file in an npm package of the project, such as "some-package/data/texts.txt"; a page has no packages. */
  packageFile(name: string): string;
  /**
   * The bytes that gzip has compressed, as they are asked for: in memory is little, whatever they become. Throws Error, which
   * names `path`, if they are damaged or cut. A file of several members, as `cat a.gz b.gz` makes it, is read to its end.
   */
  gunzip(path: string, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array>;
  /**
   * Writes a file under a temporary name, then renames it: a reader sees the old bytes or the new, never half. Content that
   * comes in pieces needs memory for one of them.
   */
  write(path: string, content: FileContent): Promise<void>;
  /** Appends bytes to a file, which is created if missing. When the promise resolves, the system has the bytes. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
  /** A new scratch file, or undefined in a page, which can read and write files only asynchronously. */
  scratch(): ScratchFile | undefined;
  /** Shows an output in the notebook, or its text in the terminal. */
  show(bundle: MimeBundle, options?: ShowOptions): Promise<void>;
  /** True when the user asked to stop; long loops ask after each `yield()`. */
  interrupted(): boolean;
  /** Lets the event loop run, so that outputs are sent and an interrupt can arrive. */
  yield(): Promise<void>;
  /** Number of threads that can share memory here; 0 if none can. */
  threads(): number;
  /** What `Intl.Segmenter` divides text with: "ICU 78.2" in Node, the browser with its version elsewhere. */
  segmenter(): string;
  /**
   * Notes that a check passed in a kernel: in Node in a file, unless the setting W2V_PROGRESS is "off" or names another.
   * A page needs no note, because it hears what its kernel shows.
   */
  notePassed(check: PassedCheck): Promise<void>;
  /** A user setting such as W2V_BACKEND; undefined when not set. */
  setting(name: string): string | undefined;
}
