import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { faqAnswerer, readFaq } from "../apply/index.ts";
import { maskedQuestion } from "./masked-question.ts";
import { questionKeeper } from "./question-keeper.ts";
import { serveFaq } from "./serve-faq.ts";

const sections = [
  { id: "size", question: "How large is the disk?", answer: "The disk has two terabytes.", language: "en" },
  { id: "key", question: "Where is the key?", answer: "The key hangs beside the door.", language: "en" },
  { id: "size", question: "磁盘有多大？", answer: "磁盘的容量是两太字节。", language: "zh" },
];
const answerer = faqAnswerer(readFaq(sections.map((one) => JSON.stringify(one)).join("\n")), {
  threshold: 0.2,
});
const files = { page: "<h1>chat</h1>", script: "chat;", style: "p{}" };
const folder = mkdtempSync(join(tmpdir(), "w2v-faq-"));
const kept = join(folder, "kept.jsonl");

let served: Awaited<ReturnType<typeof serveFaq>>;
let keeping: typeof served;
beforeAll(async () => {
  served = await serveFaq(answerer, files, { port: 0, host: "lab.example" });
  keeping = await serveFaq(answerer, files, { port: 0, keeper: questionKeeper(kept, { full: 400 }) });
});
afterAll(async () => {
  await Promise.all([served.close(), keeping.close()]);
  rmSync(folder, { recursive: true });
});

describe("serveFaq()", () => {
  test("answers a question with its best section, and with a score below the threshold says that it does not know", async () => {
    const found = await ask({ question: "the disk: how large?" });
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({ language: "en", answered: true, threshold: 0.2 });
    expect(found.body.answers[0]).toMatchObject({ id: "size", answer: "The disk has two terabytes." });
    expect((await ask({ question: "磁盘多大" })).body).toMatchObject({ language: "zh", answered: true });
    expect((await ask({ question: "Is it raining?" })).body).toMatchObject({ answered: false });
    expect((await ask({ question: "zzz" })).body).toEqual({
      language: "en",
      answered: false,
      score: 0,
      threshold: 0.2,
      answers: [],
    });
    expect((await ask({ question: "disk", language: "zh" })).body.language).toBe("zh");
  });

  test.each([
    ["no object", "[]", 400, "must be an object"],
    ["no JSON", "{", 400, "must be JSON"],
    ["nothing", "", 400, "must be JSON"],
    ["no question", "{}", 400, '"question" must be a text that is not empty: it is not there'],
    ["an empty question", '{"question":" "}', 400, "it is empty"],
    ["a number", '{"question":1}', 400, "it is a number"],
    ["an unknown field", '{"question":"a","x":1}', 400, 'there is also "x"'],
    ["an unknown language", '{"question":"a","language":"fr"}', 400, '"language" must be one of en, zh'],
    ["half of a character", '{"question":"\\ud800"}', 400, "half of a character"],
    [
      "a long question",
      JSON.stringify({ question: "a ".repeat(251) }),
      413,
      "at most 500 characters: it has 502",
    ],
    ["many bytes", JSON.stringify({ question: "a".repeat(9000) }), 413, "at most 8192 bytes"],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), 400, "must be UTF-8"],
  ])("refuses %s and says why", async (_, body, status, why) => {
    const answer = await send("POST", "/answer", { body });
    expect([answer.status, answer.body.error]).toEqual([status, expect.stringContaining(why)]);
  });

  test("takes a question of 500 characters of any script", async () => {
    expect((await ask({ question: "磁".repeat(500) })).status).toBe(200);
    const escaped = `{"question":"${"\\u78c1".repeat(500)}"}`;
    expect((await send("POST", "/answer", { body: escaped })).status).toBe(200);
  });

  test("reads no more of a body without a length than it may have", async () => {
    const chunk = "a".repeat(64_000);
    const text = await talk(
      served.url,
      `POST /answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfa00\r\n${chunk}\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    [{ "content-type": "text/plain" }, 415], // what a form of another site can send without asking
    [{ "content-type": "application/json; charset=latin1" }, 415],
    [{ "content-type": "application/json", "content-encoding": "gzip" }, 415],
    [{ "content-type": 'Application/JSON; Charset="UTF-8"' }, 200],
    [{ "content-type": "application/json", origin: "https://evil.example" }, 403],
    [{ "content-type": "application/json", origin: "null" }, 403],
    [{ "content-type": "application/json", host: "evil.example" }, 403],
    [{ "content-type": "application/json", host: "lab.example" }, 200],
  ])("answers a question with the headers %j with the status %d", async (headers, status) => {
    const answer = await send("POST", "/answer", { body: '{"question":"disk"}', headers });
    expect(answer.status).toBe(status);
  });

  test.each([
    ["GET", "/", 200],
    ["HEAD", "/", 200],
    ["GET", "/?x=1", 200],
    ["GET", "/chat.js", 200],
    ["GET", "/chat.css", 200],
    ["GET", "/health", 200],
    ["GET", "/suggestions", 200],
    ["GET", "/answer", 405],
    ["POST", "/health", 405],
    ["DELETE", "/", 405],
    ["GET", "/toString", 404],
    ["GET", "/../package.json", 404],
    ["POST", "/questions", 404], // it keeps none
  ])("answers %s %s with %d, our headers and nothing of another host", async (method, path, status) => {
    const answer = await send(method, path);
    expect(answer.status).toBe(status);
    expect(answer.headers["content-security-policy"]).toMatch(/^default-src 'none'; /);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    if (status === 405) expect(answer.headers.allow).toMatch(path === "/answer" ? "POST" : "GET, HEAD");
  });

  test("tells its health", async () => {
    expect((await send("GET", "/health")).body).toEqual({
      status: "ok",
      entries: 3,
      languages: ["en", "zh"],
      threshold: 0.2,
      keepsQuestions: false,
    });
  });

  test("gives questions that may be asked, by language", async () => {
    expect((await send("GET", "/suggestions")).body).toEqual({
      en: ["How large is the disk?", "Where is the key?"],
      zh: ["磁盘有多大？"],
    });
  });

  test("keeps a question that is passed on once, without what tells who asks, until the file is full", async () => {
    const pass = (question: string) =>
      send("POST", "/questions", { url: keeping.url, body: JSON.stringify({ question }) });
    const mine = "Where is my key?\nMail a@b.example or call 030 123 456 7";
    expect((await pass(mine)).body).toEqual({ kept: true });
    expect((await pass(mine)).body).toEqual({ kept: true });
    const lines = readFileSync(kept, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        question: "Where is my key? Mail [e-mail] or call [number]",
        language: "en",
        score: expect.any(Number),
        nearest: "key",
      },
    ]);
    expect((await pass("key ".repeat(40))).body).toEqual({ kept: true });
    const full = await pass("disk ".repeat(60));
    expect([full.status, full.body.error]).toEqual([507, expect.stringContaining("is full")]);
    expect(readFileSync(kept, "utf8")).not.toContain("disk disk");
  });

  test("answers 500 clients at once, each as if it were alone", async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, i) => ask({ question: i % 2 === 0 ? "the disk" : "the key" })),
    );
    expect(answers.map(({ status, body }) => [status, body.answers?.[0]?.id])).toEqual(
      answers.map((_, i) => [200, i % 2 === 0 ? "size" : "key"]),
    );
  });

  test("works on no more requests at a time than its limit: the others are told to come again, and later ones are answered", async () => {
    const small = await serveFaq(answerer, files, { port: 0, limit: 4 });
    const begun = Array.from({ length: 4 }, () => beginQuestion(small.url));
    await Promise.all(begun.map(({ sent }) => sent));
    const refused = await send("POST", "/answer", { url: small.url, body: '{"question":"disk"}' });
    expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "1"]);
    for (const { finish } of begun) finish();
    expect(await Promise.all(begun.map(({ status }) => status))).toEqual([200, 200, 200, 200]);
    await expect.poll(async () => (await send("GET", "/health", { url: small.url })).status).toBe(200);
    await small.close();
  });

  test("closes the connection of a client that sends its question without end", async () => {
    const hasty = await serveFaq(answerer, files, { port: 0, patience: 50 });
    const head =
      "POST /answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n";
    expect(await talk(hasty.url, head)).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await hasty.close();
  });

  test("finishes the questions in progress when it closes, and takes no more", async () => {
    const ending = await serveFaq(answerer, files, { port: 0 });
    const { sent, finish, status } = beginQuestion(ending.url);
    await sent;
    const closed = ending.close();
    finish();
    expect(await status).toBe(200);
    await closed;
    await expect(send("GET", "/health", { url: ending.url })).rejects.toThrow("ECONNREFUSED");
  });
});

describe("questionKeeper()", () => {
  const found = answerer.reply("the key");
  const linesOf = (file: string): unknown[] =>
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).question);

  test("begins a line of its own where a person's editor left the last one without an end", async () => {
    const file = join(folder, "edited.jsonl");
    writeFileSync(file, '{"question":"by hand"}');
    const keeper = questionKeeper(file);
    await keeper.keep("the key", found);
    await keeper.keep("the disk", found);
    expect(linesOf(file)).toEqual(["by hand", "the key", "the disk"]);
  });

  test("keeps a question once that comes twice at the same time", async () => {
    const file = join(folder, "twice.jsonl");
    const keeper = questionKeeper(file);
    expect(await Promise.all([keeper.keep("the key", found), keeper.keep("The key", found)])).toEqual([
      true,
      true,
    ]);
    expect(linesOf(file)).toEqual(["the key"]);
  });

  test("says that the file cannot be written, not where it lies, and takes the same question again later", async () => {
    const place = join(folder, "folder");
    mkdirSync(place);
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const keeper = questionKeeper(place);
    const why =
      "Cannot keep the question as the file for questions cannot be written: it is a folder. Remedy:";
    const refused = await keeper.keep("the key", found).catch((reason: unknown) => reason);
    expect(refused).toMatchObject({ status: 507, message: expect.stringContaining(why) });
    expect(String(refused)).not.toContain(place);
    expect(error.mock.calls[0]?.[0]).toContain(place);
    rmdirSync(place);
    expect(await keeper.keep("the key", found)).toBe(true);
    expect(linesOf(place)).toEqual(["the key"]);
    error.mockRestore();
  });
});

test.each([
  ["ring +49 (30) 1234-567 now", "ring [number] now"],
  ["call １３８００１３８０００ or 030–123456", "call [number] or [number]"],
  ["see https://a.example/b?c=d.", "see [link]"],
  ["请看www.a.example/b 或写给 a＠b.example", "请看[link] 或写给 [e-mail]"],
  ["Debian 12.5 from 2024, kernel 6.1", "Debian 12.5 from 2024, kernel 6.1"],
  ["我的邮箱是zhang@b.example，订单123456789", "我的邮箱是[e-mail]，订单[number]"],
])("maskedQuestion() of %j", (question, masked) => {
  expect(maskedQuestion(question)).toBe(masked);
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: JSON as it came
  readonly body: any;
}

interface Sent {
  readonly url?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

function ask(question: object): Promise<Answer> {
  return send("POST", "/answer", { body: JSON.stringify(question) });
}

const alone = new Agent({ keepAlive: false });

/** Sends one request with `path` unchanged, on a connection of its own. */
function send(method: string, path: string, { url = served.url, body, headers }: Sent = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const all = { ...(body !== undefined && { "content-type": "application/json" }), ...headers };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: all, agent: alone }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => {
        text += chunk;
      });
      answer.on("end", () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: json(text) }),
      );
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A question whose first half is sent, and the rest at a call of `finish`. */
function beginQuestion(url: string): {
  sent: Promise<void>;
  finish: () => void;
  status: Promise<number | undefined>;
} {
  const { hostname, port } = new URL(url);
  const headers = { "content-type": "application/json", "content-length": 19, expect: "100-continue" };
  const sent = request({ hostname, port, path: "/answer", method: "POST", headers, agent: alone });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.once("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once("error", reject);
  });
  return {
    sent: new Promise((resolve) => sent.once("continue", () => resolve())),
    finish: () => void sent.end('{"question":"disk"}'),
    status,
  };
}

/** Sends `text` as it is; returns what comes back until the server closes the connection. */
function talk(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = "";
    const client = connect(Number(port), hostname, () => client.write(text));
    client.on("data", (chunk) => {
      said += chunk;
    });
    client.on("error", () => {}); // the server closed the connection while we wrote
    client.once("close", () => resolve(said));
  });
}
