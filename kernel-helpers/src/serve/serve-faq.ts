import type { FaqAnswerer } from "../apply/index.ts";
import type { ChatFiles } from "./chat-files.ts";
import { faqHandler } from "./faq-handler.ts";
import { type Listening, listen } from "./listen.ts";
import type { QuestionKeeper } from "./question-keeper.ts";

/** Options for serving an FAQ. */
export interface ServeFaqOptions {
  /** The port; 0 takes a free one. */
  readonly port: number;
  /** A name, with a port or without, under which pages may ask, besides those of this machine. Default: none. */
  readonly host?: string | undefined;
  /** Keeps questions for a person. Default: none, and nothing is kept. */
  readonly keeper?: QuestionKeeper | undefined;
  /** Requests that are worked on at a time; more get the status 503. Default: 512. */
  readonly limit?: number;
  /** Milliseconds that a client may take for its request, and to accept the next part of an answer. */
  readonly patience?: number;
}

/** Milliseconds that requests in progress get when the service ends. */
const GRACE = 2000;

/**
 * Serves an FAQ to this machine only: `GET /`, the chat; `POST /answer` with `{"question": text, "language": text}`, where the second may be left out, which
 * gives what `FaqAnswerer.reply` gives; `POST /questions` with the same, which keeps a question for a person where there is a keeper; `GET /suggestions`, which gives
 * those of `FaqAnswerer.suggestions`; `GET /health`. What cannot be answered gets `{"error": text}` and a status: 400, 403, 404, 405, 413, 415, 503 or 507.
 */
export async function serveFaq(
  answerer: FaqAnswerer,
  files: ChatFiles,
  { port, host, keeper, limit = 512, patience }: ServeFaqOptions,
): Promise<Listening> {
  const suggestions = answerer.suggestions();
  const served = await listen(faqHandler({ answerer, files, suggestions, keeper, host, limit }), {
    what: "the FAQ",
    port,
    patience,
    connections: 2 * limit,
  });
  return {
    url: served.url,
    close: async () => {
      await served.close(GRACE);
      await keeper?.flushed();
    },
  };
}
