import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { FaqAnswerer } from "../apply/index.ts";
import { askedQuestion } from "./asked-question.ts";
import type { ChatFiles } from "./chat-files.ts";
import { foreignRequest } from "./known-host.ts";
import { CHAT_HEADERS } from "./page-policy.ts";
import type { QuestionKeeper } from "./question-keeper.ts";
import { readJson } from "./read-json.ts";
import { Refused } from "./refused.ts";

/** What a service answers from, and how much of it at a time. */
export interface FaqService {
  readonly answerer: FaqAnswerer;
  readonly files: ChatFiles;
  /** Keeps questions for a person; undefined keeps none. */
  readonly keeper?: QuestionKeeper | undefined;
  /** A name of the server besides those of this machine; undefined for none. */
  readonly host?: string | undefined;
  /** Requests that are worked on at a time; more are told to come again. */
  readonly limit: number;
}

/** Bytes of a request: a question of 500 characters fits in any script, also as \u escapes. */
const LONGEST_REQUEST = 8192;

interface Reply {
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
  "/answer": { POST: answerQuestion },
  "/questions": { POST: keepQuestion },
};

/** Answers the requests of an FAQ's service: its page, its health, questions, and questions for a person. */
export function faqHandler(service: FaqService): RequestListener {
  let busy = 0;
  return (request, response) => {
    response.strictContentLength = true;
    for (const [name, value] of Object.entries(CHAT_HEADERS)) response.setHeader(name, value);
    const foreign = foreignRequest(request.headers, service.host, "serve-faq");
    if (foreign !== undefined) return refuse(response, new Refused(403, foreign, { connection: "close" }));
    if (busy >= service.limit) {
      const again = { connection: "close", "retry-after": "1" };
      return refuse(
        response,
        new Refused(
          503,
          "Cannot answer now: too many questions at once. Remedy: ask again in a second",
          again,
        ),
      );
    }
    busy++;
    response.once("close", () => {
      busy--;
    });
    reply(service, request).then(
      (found) => send(request, response, 200, found),
      (error: unknown) => fail(response, error),
    );
  };
}

async function reply(service: FaqService, request: IncomingMessage): Promise<Reply> {
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

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, body }: Reply,
): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, {
    "content-type": type,
    "content-length": bytes.length,
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : bytes);
}

function fail(response: ServerResponse, error: unknown): void {
  if (error instanceof Refused) refuse(response, error);
  else if (response.destroyed || response.req.destroyed)
    response.destroy(); // the client gave up
  else {
    console.error(`A question could not be answered: ${(error as Error).message}`);
    refuse(response, new Refused(500, "Cannot answer: something went wrong here", { connection: "close" }));
  }
}

function refuse(response: ServerResponse, { status, message, headers }: Refused): void {
  const body = Buffer.from(`${JSON.stringify({ error: message })}\n`);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    "cache-control": "no-store",
    ...headers,
  });
  response.end(body);
}
