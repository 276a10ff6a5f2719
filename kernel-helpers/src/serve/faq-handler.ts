import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type FaqService, faqReply, type Reply } from "./faq-routes.ts";
import { foreignRequest } from "./known-host.ts";
import { CHAT_HEADERS } from "./page-policy.ts";
import { Refused } from "./refused.ts";

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
    faqReply(service, request).then(
      (found) => send(request, response, found),
      (error: unknown) => fail(response, error),
    );
  };
}

function send({ method }: IncomingMessage, response: ServerResponse, { type, body }: Reply): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(200, {
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
