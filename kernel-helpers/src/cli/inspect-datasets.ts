import { readFileSync } from "node:fs";
import { join } from "node:path";
import { host } from "#host";
import type { DatasetIndex } from "../host/index.ts";
import { type Finding, fine, wrong } from "./finding.ts";

/** Checks that each data set is there and has the checksum that datasets/index.json gives. */
export async function inspectDatasets(root: string): Promise<Finding[]> {
  const index = JSON.parse(readFileSync(join(root, "datasets/index.json"), "utf8")) as DatasetIndex;
  const findings: Finding[] = [];
  for (const name of Object.keys(index)) {
    const label = `data set ${name}`;
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
