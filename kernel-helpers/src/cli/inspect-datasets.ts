import { existsSync } from "node:fs";
import { join } from "node:path";
import { host } from "#host";
import { type Finding, fine, wrong } from "./finding.ts";

/** Checks that each data set is there and has the checksum that datasets/index.json gives; one that has to be fetched may be absent. */
export async function inspectDatasets(root: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, entry] of Object.entries(await host.datasets())) {
    const label = `data set ${name}`;
    if (entry.package && !existsSync(join(root, "datasets", entry.file))) {
      findings.push(fine(label, `not fetched; a lesson that needs it does that, or w2v data get ${name}`));
      continue;
    }
    try {
      const { length } = await host.asset(name);
      findings.push(fine(label, `${length.toLocaleString("en")} bytes, SHA-256 correct`));
    } catch (error) {
      const [problem = "", fix] = (error as Error).message.split(". Remedy: ");
      findings.push(wrong(label, problem, fix));
    }
  }
  return findings;
}
