import type { IncomingMessage } from "node:http";
import type { FaqAnswerer } from "../apply/index.ts";
import { askedQuestion } from "./asked-question.ts";
import type { ChatFiles } from "./chat-files.ts";
import type { QuestionKeeper } from "./question-keeper.ts";
import { readJson } from "./read-json.ts";
import { Refused } from "./refused.ts";

/** What a service answers from, and how much of it at a time. */
export interface FaqService {
  readonly answerer: FaqAnswerer;
  readonly files: ChatFiles;
  /** Questions by language that the page offers while nothing was asked. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  /** Keeps questions for a person; undefined keeps none. */
  readonly keeper?: QuestionKeeper | undefined;
  /** A name of the server besides those of this machine; undefined for none. */
  readonly host?: string | undefined;
  /** Requests that are worked on at a time; more are told to come again. */
  readonly limit: number;
}

/** Bytes of a request: a question of 500 characters fits in any script, also as \u escapes. */
const LONGEST_REQUEST = 8192;

/** What a request gets. */
export interface Reply {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** What a method of an address gives, at once or later. */
type Route = (service: FaqService, request: IncomingMessage) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  "/": { GET: ({ files }) => ({ type: "text/html; charset=utf-8", body: files.page }) },
  "/chat.js": { GET: ({ files }) => ({ type: "text/javascript; charset=utf-8", body: files.script }) },
  "/chat.css": { GET: ({ files }) => ({ type: "text/css; charset=utf-8", body: files.style }) },
  "/health": { GET: health },
  "/suggestions": { GET: ({ suggestions }) => json(suggestions) },
  "/answer": { POST: answerQuestion },
  "/questions": { POST: keepQuestion },
};

/** What a request gets; rejects with Refused, which says why not. */
export async function faqReply(service: FaqService, request: IncomingMessage): Promise<Reply> {
  const { method = "", url = "/" } = request;
  const [path = "/"] = url.split("?");
  const methods = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
  if (!methods)
    throw new Refused(404, "There is no such page. Remedy: / is the chat, POST /answer takes questions");
  const route = methods[method === "HEAD" ? "GET" : method];
  if (route) return route(service, request);
  const allow = Object.keys(methods)
    .flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name]))
    .join(", ");
  throw new Refused(405, `This address takes ${allow}`, { allow, connection: "close" });
}

function health({ answerer, keeper }: FaqService): Reply {
  const { entries, languages, threshold } = answerer;
  return json({
    status: "ok",
    entries,
    languages,
    threshold: finite(threshold),
    keepsQuestions: keeper !== undefined,
  });
}

async function answerQuestion({ answerer }: FaqService, request: IncomingMessage): Promise<Reply> {
  const { question, language } = askedQuestion(await readJson(request, LONGEST_REQUEST), answerer.languages);
  const found = answerer.reply(question, { language });
  return json({ ...found, threshold: finite(found.threshold) });
}

async function keepQuestion({ answerer, keeper }: FaqService, request: IncomingMessage): Promise<Reply> {
  if (!keeper) throw new Refused(404, "This service keeps no questions", { connection: "close" });
  const { question, language } = askedQuestion(await readJson(request, LONGEST_REQUEST), answerer.languages);
  const found = answerer.reply(question, { language });
  return json({ kept: await keeper.keep(question, found) });
}

/** JSON has no infinity: a service that answers nothing has the threshold null. */
function finite(number: number | null): number | null {
  return Number.isFinite(number) ? number : null;
}

function json(value: object): Reply {
  return { type: "application/json; charset=utf-8", body: `${JSON.stringify(value)}\n` };
}
