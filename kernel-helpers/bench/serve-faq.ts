// The service of lesson 14 under load: 1 to 500 clients that each ask again as soon as they have an answer:
//   node --import tsx kernel-helpers/bench/serve-faq.ts
// Writes kernel-helpers/bench/results/serve-faq.md. Needs npm run setup. Less than a minute; the clients are in this process, the server is
// `w2v serve-faq` in another one, and both share the machine.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../../setup/paths.mjs";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { readFaqExamples } from "../src/apply/index.ts";
import { quantile } from "../src/classify/index.ts";

const EACH = 16; // questions of each client, where there are many

const file = `${projectRoot}/datasets/faq-questions/questions.jsonl`;
const questions = readFaqExamples(readFileSync(file, "utf8")).map(({ question }) => question);
const program = `${projectRoot}/kernel-helpers/bin/w2v.js`;
const server = spawn(
  process.execPath,
  [program, "serve-faq", "debian-faq", "--threshold", "0", "--port", "0"],
  { stdio: ["ignore", "pipe", "inherit"] },
);
process.once("exit", () => server.kill());
const { hostname, port } = new URL(await addressOf(server.stdout.iterator({ destroyOnReturn: false })));

/** The address that the service prints once it listens. */
async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let said = "";
  for await (const part of output) {
    said += part.toString();
    const address = /is at (\S+?),/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`Cannot measure as the service has ended: it said ${said}`);
}

/** Largest resident memory of the service so far, in MB; "an unknown number of" outside Linux. */
function peakMegabytes(): string {
  try {
    const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
    return String(Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1e3));
  } catch {
    return "an unknown number of";
  }
}

/** Milliseconds until the answer to one question is there, and its status. */
function ask(question: string, agent: Agent): Promise<{ time: number; status: number | undefined }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const sent = request({ hostname, port, path: "/answer", method: "POST", headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ time: performance.now() - start, status: answer.statusCode }));
    });
    sent.once("error", reject);
    sent.end(JSON.stringify({ question }));
  });
}

/** Asks `each` questions for each of `clients` clients, which have a connection of their own each. */
async function load(clients: number, each: number): Promise<string[]> {
  const start = performance.now();
  const answers = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const own: Awaited<ReturnType<typeof ask>>[] = [];
      for (let i = 0; i < each; i++)
        own.push(await ask(questions[(client + 7 * i) % questions.length] as string, agent));
      agent.destroy();
      return own;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const all = answers.flat();
  const times = all.map(({ time }) => time).sort((a, b) => a - b);
  const refused = all.filter(({ status }) => status !== 200).length;
  return [
    `${clients}`,
    `${all.length}`,
    `${Math.round(all.length / seconds)}`,
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.99).toFixed(1),
    `${refused}`,
  ];
}

await load(10, 50); // warms up
const rows: string[][] = [];
for (const clients of [1, 10, 100, 500]) rows.push(await load(clients, Math.max(EACH, 4000 / clients)));
const memory = peakMegabytes();
server.kill("SIGINT");
await once(server, "exit");
const text = `# The service of an FAQ under load

${new Date().toISOString().slice(0, 10)}. Node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores; all clients in one process, the service in another, so a time holds what a client
waits for the others in its own process, too. 294 sections, words alone. Each client asks its next question as soon as it has the answer to
the one before; all connect at once. The service used at most ${memory} MB.

${markdownTable(["clients", "questions", "questions/s", "p50, ms", "p99, ms", "refused"], rows, { left: 0 })}

Made by \`node --import tsx kernel-helpers/bench/serve-faq.ts\`.
`;
writeFileSync(fileURLToPath(new URL("results/serve-faq.md", import.meta.url)), text);
console.log(text);
