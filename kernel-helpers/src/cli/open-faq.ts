import { readFile } from "node:fs/promises";
import { fileError, host } from "#host";
import {
  type FaqAnswerer,
  type FaqThreshold,
  faqAnswerer,
  faqThreshold,
  readFaq,
  readFaqExamples,
  trainFaqVectors,
} from "../apply/index.ts";
import { counted } from "../base/index.ts";
import { getDataset } from "../datasets/index.ts";

/** How an FAQ is opened. */
export interface OpenFaqOptions {
  /** From which score on a question is answered. */
  readonly threshold: number | undefined;
  /** File or data set of questions by which the threshold is chosen, where it is not given. */
  readonly validation: string | undefined;
  readonly falseAnswers: number;
  readonly vectorWeight: number;
}

/** Reads an FAQ and trains its vectors, says what it found and how the threshold does, and returns what answers. */
export async function openFaq(
  file: string,
  { threshold, validation, falseAnswers, vectorWeight }: OpenFaqOptions,
): Promise<FaqAnswerer> {
  const entries = readFaq(await textFrom(file));
  const vectors = vectorWeight > 0 ? await trainFaqVectors(entries) : {};
  const options = { vectors, vectorWeight };
  const trained = Object.keys(vectors);
  const beside = trained.length > 0 ? `, and word vectors for ${trained.join(" and ")}` : "";
  console.log(`${counted(entries.length, "section")}${beside}`);
  if (validation === undefined) return faqAnswerer(entries, { ...options, threshold });
  const chosen = faqThreshold(faqAnswerer(entries, options), readFaqExamples(await textFrom(validation)), {
    falseAnswers,
  });
  console.log(said(chosen, validation));
  return faqAnswerer(entries, { ...options, threshold: chosen.threshold });
}

function said({ threshold, falseAnswers, falseFallbacks }: FaqThreshold, validation: string): string {
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  return (
    `threshold ${threshold.toFixed(2)}: of the questions of ${validation} without a section ${percent(falseAnswers)} are answered, ` +
    `of those with one ${percent(falseFallbacks)} are not (it was chosen by them: new ones will do a little worse)`
  );
}

/** The text of a data set or a file. Throws Error with a remedy for a file that cannot be read or is not UTF-8. */
async function textFrom(name: string): Promise<string> {
  const bytes = Object.hasOwn(await host.datasets(), name) ? await datasetBytes(name) : await fileBytes(name);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(
      `Cannot read ${name} as it must be UTF-8: it is not. Remedy: convert it, with iconv for example`,
      { cause },
    );
  }
}

async function datasetBytes(name: string): Promise<Uint8Array> {
  await getDataset(name);
  return host.asset(name);
}

function fileBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: Error) => {
    throw fileError("open", path, error);
  });
}
