import type { FileParts } from "../host/index.ts";

/** One file of a corpus. */
export interface CorpusFile {
  /** Its name in messages. */
  readonly name: string;
  /** What its lines are: text, or JSON objects with a text. */
  readonly kind: "text" | "jsonl";
  /** Its size in bytes; infinite if nobody knows it. */
  readonly size: number;
  /** Opens it, to be read once. */
  open(): Promise<FileParts>;
}
