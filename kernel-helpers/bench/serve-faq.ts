// The service of lesson 14 under load: 1 to 500 clients that each ask again as soon as they have an answer:
//   node --import tsx kernel-helpers/bench/serve-faq.ts
// Writes kernel-helpers/bench/results/serve-faq.md. Less than a minute; client and server share the machine.
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../../setup/paths.mjs";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { faqAnswerer, readFaq, readFaqExamples } from "../src/apply/index.ts";
import { quantile } from "../src/classify/index.ts";
import { serveFaq } from "../src/serve/index.ts";

const read = (name: string): string => readFileSync(`${projectRoot}/datasets/${name}`, "utf8");
const questions = readFaqExamples(read("faq-questions/questions.jsonl")).map(({ question }) => question);
const answerer = faqAnswerer(readFaq(read("debian-faq/faq.jsonl")), { threshold: 0 });
const files = { page: "", script: "", style: "" };
const served = await serveFaq(answerer, files, { port: 0 });
const { hostname, port } = new URL(served.url);

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
for (const clients of [1, 10, 100, 500])
  rows.push(await load(clients, clients === 1 ? 2000 : 4000 / clients));
await served.close();
const memory = Math.round(process.memoryUsage().rss / 1e6);
const text = `# The service of an FAQ under load

${new Date().toISOString().slice(0, 10)}. Node ${process.versions.node}, ${cpus()[0]?.model}, ${cpus().length} cores; clients and server in one process, so a client waits for the others, too. 294 sections,
words alone. Each client asks its next question as soon as it has the answer to the one before. Afterwards the process had ${memory} MB.

${markdownTable(["clients", "questions", "questions/s", "p50, ms", "p99, ms", "refused"], rows, { left: 0 })}

Made by \`node --import tsx kernel-helpers/bench/serve-faq.ts\`.
`;
writeFileSync(fileURLToPath(new URL("results/serve-faq.md", import.meta.url)), text);
console.log(text);
