import type { Message } from "../protocol.ts";
import type { Plugin, Signal, Token } from "./front-end.ts";
import { kernelSpec } from "./kernel-spec.ts";
import type { KernelClient, KernelSpecs, LiteKernel } from "./lite-kernel.ts";
import type { LitePackages } from "./packages.ts";
import { warnIfStillRunning } from "./warn-if-still-running.ts";
import { WorkerKernel } from "./worker-kernel.ts";

/** Registers the kernel with JupyterLite. `hear` receives everything that a kernel publishes. */
export function kernelPlugin(
  { services, signaling, apputils }: LitePackages,
  base: string,
  hear: (message: Message) => void,
): Plugin {
  const { Notification } = apputils;
  const makeSignal = (sender: LiteKernel): Signal<undefined> => new signaling.Signal(sender);
  const tellFailure = (reason: string): void => void Notification.error(reason, { autoClose: false });
  return {
    id: "word2vec-lab-kernel:kernel",
    autoStart: true,
    requires: [services.IKernelSpecs as Token, services.IKernelClient as Token],
    activate(_app, specs: KernelSpecs, client: KernelClient) {
      specs.register({
        spec: { ...kernelSpec, spec: kernelSpec },
        create: async (options) => new WorkerKernel({ ...options, base, makeSignal, hear, tellFailure }),
      });
      handInterruptsOn(client, () => void Notification.warning(DEAF, { autoClose: false }));
    },
  };
}

/** JupyterLab shows only 140 characters of a notification. */
const DEAF =
  "The cell still runs: only Kernel > Restart Kernel stops a loop that never awaits, because this page shares no memory " +
  "with the kernel.";

/** JupyterLite's Interrupt drops the waiting cells and never tells the kernel. */
function handInterruptsOn(client: KernelClient, tellDeaf: () => void): void {
  const theirs = client.interrupt.bind(client);
  client.interrupt = async (id) => {
    const kernel = await client.getModel(id);
    if (kernel instanceof WorkerKernel) {
      kernel.interrupt();
      void warnIfStillRunning(() => kernel.running, tellDeaf);
    }
    return theirs(id);
  };
}
