/** Statuses whose answers have no body. */
const EMPTY = new Set([101, 204, 205, 304]);

/**
 * The same answer with the headers that isolate a page, so that its threads may share memory: hosts such as GitHub
 * Pages cannot send them. An answer that scripts may not read is left unchanged.
 */
export function isolated(answer: Response): Response {
  if (answer.type === "opaque" || answer.type === "opaqueredirect" || answer.type === "error") return answer;
  const headers = new Headers(answer.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  const { body, status, statusText } = answer;
  return new Response(EMPTY.has(status) ? null : body, { status, statusText, headers });
}
