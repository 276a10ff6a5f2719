import { existsSync } from "node:fs";
import { relative } from "node:path";
import { runCommand } from "../command.mjs";
import { compiler } from "./build-addon.mjs";
import { chooseWheel } from "./choose-wheel.mjs";
import { driverLine, findDriver } from "./driver.mjs";
import { layout } from "./layout.mjs";
import { readInstalled } from "./record.mjs";

/**
 * What is installed and what `w2v gpu setup` would do, as lines of text; changes nothing.
 *
 * @param {string} root
 * @param {{ wanted?: "cuda" | "cpu" | undefined, driver?: import("./driver.mjs").Driver }} [options]
 * @returns {string[]}
 */
export function planGpu(root, { wanted, driver = findDriver() } = {}) {
  const { folder, stock } = layout(root);
  const installed = readInstalled(root);
  const { missing, output } = runCommand(compiler(), ["--version"]);
  const wheel = chooseWheel(driver, { wanted });
  const done = installed?.build === wheel.build;
  return [
    `NVIDIA driver  ${driverLine(driver)}`,
    `compiler       ${missing ? `${compiler()} is not on the PATH (apt install g++)` : output.split("\n")[0]}`,
    `installed      ${installed ? installedLine(installed) : "nothing"}`,
    ...(existsSync(stock) ? [`stock addon    ${relative(root, stock)}`] : []),
    ...(wheel.warning ? [`warning        ${wheel.warning}`] : []),
    "",
    done
      ? "w2v gpu setup would check this and change nothing, unless a version changed."
      : `w2v gpu setup would install ${wheel.requirement} into ${relative(root, folder)} (${wheel.why}),`,
    ...(done ? [] : ["compile the addon, load it in a separate process, and write the kernelspec again."]),
  ];
}

/** @param {import("./record.mjs").Installed} installed */
function installedLine({ build, tensorflow, cudnn, device, libraries }) {
  const path = libraries.length > 0 ? "LD_LIBRARY_PATH in the kernelspec" : "";
  return [`TensorFlow ${tensorflow} for ${build}`, cudnn && `cuDNN ${cudnn}`, `on ${device}`, path]
    .filter(Boolean)
    .join(", ");
}
