#!/usr/bin/env node
// The kernel in any Jupyter: w2v-kernel install | list | uninstall
import { parseArgs } from "node:util";
import { KERNEL_OPTIONS, KernelUsageError, manageKernels } from "../install/index.mjs";

const COMMAND = "w2v-kernel";

function usage() {
  const rows = Object.entries(KERNEL_OPTIONS).map(([name, option]) => {
    const value = "value" in option ? ` ${option.value}` : "";
    return `  ${`--${name}${value}`.padEnd(16)}  ${option.help}`;
  });
  return [
    `Usage: ${COMMAND} install|list|uninstall [OPTIONS]`,
    "",
    ...rows,
    "",
    "The kernelspec names this folder and this Node: after moving one of them, install again.",
  ].join("\n");
}

/** @returns {Promise<number>} the exit code: 0 done, 1 failed, 2 not understood */
async function main() {
  try {
    const options = { ...KERNEL_OPTIONS, help: { type: /** @type {const} */ ("boolean"), short: "h" } };
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const { help, ...where } = values;
    console.log(help ? usage() : await manageKernels(COMMAND, positionals, where));
    return 0;
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    const misused = error instanceof KernelUsageError || code.startsWith("ERR_PARSE_ARGS");
    console.error(misused ? `${message}\n\n${usage()}` : message);
    return misused ? 2 : 1;
  }
}

process.exitCode = await main();
