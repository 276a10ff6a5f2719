/**
 * What a page of the site may load, and from where: from its own host alone. The kernel runs cells, so it needs `eval`,
 * WebAssembly and workers made of `blob:` addresses; outputs bring scripts, styles and pictures inside the notebook.
 */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'self'",
  "script-src": "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob: data:",
  "worker-src": "'self' blob:",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "media-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "connect-src": "'self' data: blob:",
  "frame-src": "'self' data: blob:",
  "object-src": "'none'",
  "base-uri": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'self'",
};

/** The headers of every answer: the policy above, no guessing of types, and no address of ours for other hosts. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": Object.entries(POLICY)
    .map((rule) => rule.join(" "))
    .join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The headers that make a page cross-origin isolated. */
export const ISOLATION: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** The headers of every answer of an FAQ's service. Its page has its script, its style and its questions from its own host, and nothing else. */
export const CHAT_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};
