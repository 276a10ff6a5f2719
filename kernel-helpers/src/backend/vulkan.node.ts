import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { unusable } from "./unusable.ts";
import { nodeDriver } from "./webgpu.ts";

/** Asks Dawn for an adapter as `openWebGpu` does, and prints whether there is one. */
const PROBE = `
import(require("node:url").pathToFileURL(process.argv[1])).then(async ({ create }) => {
  const adapter = await create([]).requestAdapter({ powerPreference: "high-performance" });
  console.log(adapter === null ? "none" : "found");
});`;

/** What the other process printed, and what ended it if it did not end by itself. */
interface Trial {
  readonly stdout: string;
  readonly signal?: string;
}

/**
 * Throws the error of `unusable` when Linux has no Vulkan loader, or no Vulkan driver that works. Dawn, the package in
 * the file `dawn`, would notice that too, but print warnings into every notebook: so another process, whose messages
 * nobody sees, opens the driver first. A driver that crashes or hangs does so there.
 */
export async function requireVulkan(dawn: string): Promise<void> {
  if (process.platform !== "linux") return;
  requireLoader();
  const trial: Promise<Trial> = promisify(execFile)(process.execPath, ["--eval", PROBE, dawn], {
    timeout: 30_000,
  });
  // A process that found an adapter and crashes at its end has printed its answer.
  const { stdout, signal } = await trial.catch((error: Trial) => error);
  if (stdout.startsWith("found")) return;
  const crash = signal === "SIGTERM" ? "does not answer" : `crashes with ${signal}`;
  throw unusable("webgpu", signal ? `the Vulkan driver ${crash}` : "no adapter was found", nodeDriver);
}

function requireLoader(): void {
  try {
    process.dlopen({ exports: {} }, "libvulkan.so.1");
  } catch (error) {
    // A library that loads but is not an addon fails as well, with another message.
    if (!/cannot open shared object/.test((error as Error).message)) return;
    throw unusable(
      "webgpu",
      "the Vulkan loader libvulkan.so.1 is missing",
      "install it and the GPU's Vulkan driver (Debian, Ubuntu: apt-get install libvulkan1, for AMD and Intel " +
        "mesa-vulkan-drivers too; NVIDIA's own driver brings it). Without a GPU this is not needed: wasm works",
    );
  }
}
