import { chatFiles, isKnownHost, questionKeeper, serveFaq } from "../serve/index.ts";
import { textOption } from "./arguments.ts";
import type { Arguments, Command } from "./command.ts";
import { openFaq } from "./open-faq.ts";
import { numberOption, portOption } from "./option-values.ts";
import { requireDistinct } from "./require-distinct.ts";
import { requireWritable } from "./require-writable.ts";
import { untilStopped } from "./until-stopped.ts";
import { UsageError } from "./usage-error.ts";

const PORT = 8766;

/** `w2v serve-faq`: answers questions from a list of answers, with a chat page, on this machine. */
export const serveFaqCommand: Command = {
  name: "serve-faq",
  summary: "answers questions from a list of answers, as a chat page and as JSON",
  positionals: "FILE",
  options: {
    port: { value: "N", help: `the port to listen on (default: ${PORT}; 0 takes a free one)` },
    host: {
      value: "NAME",
      help: "answers requests for this host too, such as a proxy's; others are refused (default: this machine's names)",
    },
    threshold: { value: "X", help: "answers from this score on; what scores less is for a person" },
    validation: {
      value: "FILE",
      help: "chooses the threshold by these questions: JSON lines with question, and section, the id that answers it, or none",
    },
    "false-answers": {
      value: "SHARE",
      help: "the share of questions without a section that --validation lets be answered (default: 0.1)",
    },
    "vector-weight": {
      value: "W",
      help: "what word vectors, trained on FILE at the start, count beside words in the order of sections; 0 for none (default: 0)",
    },
    collect: {
      value: "FILE",
      help: "writes down questions that somebody passes to a person, one JSON line each (default: nothing is kept)",
    },
  },
  notes: [
    "FILE has a JSON object on each line with id, question, answer and, if wanted, language; or it is the name of a data set, such as",
    'debian-faq. One of --threshold and --validation is needed. POST /answer takes {"question": "…"}; GET /health tells whether the',
    "service is there. Only this machine can open it. With --collect the page offers to pass a question to a person; what is written is the",
    "question without links, e-mail addresses and long numbers, its language and the section that came nearest. Ctrl-C stops the service.",
  ],
  examples: [
    "w2v serve-faq debian-faq --validation faq-questions",
    "w2v serve-faq answers.jsonl --threshold 1 --collect questions.jsonl",
  ],
  run: serve,
};

async function serve(given: Arguments): Promise<number> {
  const [file, ...more] = given.positionals;
  const action = "Cannot serve the FAQ";
  if (file === undefined || more.length > 0) {
    const what = file === undefined ? "none was given" : "there is more than one";
    throw new UsageError(
      `${action} as one FILE is needed: ${what}. Remedy: w2v serve-faq FILE, or w2v serve-faq debian-faq`,
    );
  }
  const [threshold, validation] = [numberOption(given, "threshold"), textOption(given, "validation")];
  if ((threshold === undefined) === (validation === undefined)) {
    throw new UsageError(
      `${action} as one of --threshold and --validation must be given: there ${threshold === undefined ? "is none" : "are both"}. ` +
        "Remedy: --validation FILE, which chooses the threshold by questions, or --threshold 1",
    );
  }
  const falseAnswers = numberOption(given, "false-answers") ?? 0.1;
  if (!(falseAnswers >= 0 && falseAnswers < 1))
    throw new UsageError(
      `${action} as --false-answers must be a share from 0 to below 1: current value is ${falseAnswers}`,
    );
  const vectorWeight = numberOption(given, "vector-weight") ?? 0;
  if (!(vectorWeight >= 0))
    throw new UsageError(`${action} as --vector-weight must be >= 0: current value is ${vectorWeight}`);
  const host = textOption(given, "host");
  if (host !== undefined && !isKnownHost(host, host))
    throw new UsageError(
      `${action} as --host must be a name such as lab.example or lab.example:8443: current value is "${host}"`,
    );
  const port = portOption(given) ?? PORT;
  const collect = textOption(given, "collect");
  if (collect !== undefined) {
    const read = [{ option: "FILE", path: file }];
    if (validation !== undefined) read.push({ option: "--validation", path: validation });
    requireDistinct([{ option: "--collect", path: collect }], read);
    await requireWritable(collect, "questions", "--collect");
  }
  const files = await chatFiles();
  const answerer = await openFaq(file, { threshold, validation, falseAnswers, vectorWeight });
  const keeper = collect === undefined ? undefined : questionKeeper(collect);
  const served = await serveFaq(answerer, files, { port, host, keeper });
  const stopped = untilStopped(); // before the line that says how to stop it
  console.log(
    collect === undefined
      ? "no question is kept"
      : `questions that somebody passes to a person go to ${collect}`,
  );
  console.log(`the FAQ is at ${served.url}, on this machine only; Ctrl-C stops it`);
  await stopped;
  await served.close();
  return 0;
}
