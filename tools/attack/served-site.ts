import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServedFolder, serveFolder } from "../../kernel-helpers/src/serve/index.ts";
import { type RawAnswer, rawRequest, requestText } from "./raw-request.ts";

/** What no answer may contain: it stands in files beside the site, and in hidden ones. */
export const SECRET = "the secret beside the site";

/** A file with known bytes. */
export const TEXT: Buffer = Buffer.from(Array.from({ length: 1000 }, (_, i) => 32 + (i % 90)));

/** A file of more than 2 GiB, with `TEXT` at its end. */
export const HUGE_SIZE: number = 3 * 2 ** 30;

/** Milliseconds that the server waits for a client: short, as an attack lasts that long. */
export const PATIENCE = 300;

const HOME = "<h1>home</h1>";

/** Runs an attack on a server of ours, as `w2v serve-site --host lab.example` has it; then a good request must be answered. */
export async function withSite(
  attack: (url: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-server-"));
  let served: ServedFolder | undefined;
  try {
    served = await serveFolder(makeSite(folder), { port: 0, host: "lab.example", patience: PATIENCE });
    return (await attack(served.url)) ?? (await answersRightly(served.url));
  } finally {
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeSite(folder: string): string {
  const site = join(folder, "site");
  mkdirSync(join(site, "sub"), { recursive: true });
  mkdirSync(join(site, ".git"));
  const secrets = ["secret.txt", "site-secret.txt", "site/.env", "site/.git/config"];
  for (const name of secrets) writeFileSync(join(folder, name), SECRET);
  for (const name of ["index.html", "sub/index.html"]) writeFileSync(join(site, name), HOME);
  writeFileSync(join(site, "text.bin"), TEXT);
  writeFileSync(join(site, "empty.txt"), "");
  symlinkSync(join(folder, "secret.txt"), join(site, "link.txt"));
  symlinkSync(folder, join(site, "up"), "junction");
  const huge = join(site, "huge.bin");
  writeFileSync(huge, "");
  truncateSync(huge, HUGE_SIZE); // a hole, which takes no room on the disk
  const file = openSync(huge, "r+");
  writeSync(file, TEXT, 0, TEXT.length, HUGE_SIZE - TEXT.length);
  closeSync(file);
  return site;
}

/** Whether a good request is answered with the page and the policy; undefined, or what is wrong. */
async function answersRightly(url: string): Promise<string | undefined> {
  let answer = await rawRequest(url, requestText("/"));
  // on a busy machine our own request may come later than the server waits for it
  for (let again = 0; again < 5 && answer.status === undefined; again++) {
    answer = await rawRequest(url, requestText("/"));
  }
  if (answer.status !== 200 || answer.body.toString() !== HOME)
    return `then a good request was answered with ${answer.status}: ${answer.body}`;
  return policyProblem(answer);
}

/** What is missing in the headers of an answer of ours; undefined if nothing is. */
export function policyProblem({ headers }: RawAnswer): string | undefined {
  const policy = headers.get("content-security-policy") ?? "";
  if (!policy.startsWith("default-src 'self';") || /https?:|\*/.test(policy))
    return `the policy of the page is "${policy}"`;
  return headers.get("x-content-type-options") === "nosniff" ? undefined : "types are guessed";
}
