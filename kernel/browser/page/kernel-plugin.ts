import type { Message } from "../protocol.ts";
import type { KernelClient, KernelSpecs, LiteKernel, Plugin, Signal, Token } from "./front-end.ts";
import { kernelSpec } from "./kernel-spec.ts";
import { noticeDeafCell } from "./notice-deaf-cell.ts";
import type { Packages } from "./packages.ts";
import { WorkerKernel } from "./worker-kernel.ts";

/** Makes the kernel known to JupyterLite. `hear` is given what every kernel publishes. */
export function kernelPlugin(
  { services, signaling, apputils }: Packages,
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

/** JupyterLab shows 140 characters of a notice. */
const DEAF =
  "The cell still runs: only Kernel > Restart Kernel stops a loop that never awaits, as this page shares no memory " +
  "with the kernel.";

/** JupyterLite's Interrupt drops the cells that wait for their turn, and never tells the kernel. */
function handInterruptsOn(client: KernelClient, tellDeaf: () => void): void {
  const theirs = client.interrupt.bind(client);
  client.interrupt = async (id) => {
    const kernel = await client.getModel(id);
    if (kernel instanceof WorkerKernel) {
      kernel.interrupt();
      void noticeDeafCell(() => kernel.running, tellDeaf);
    }
    return theirs(id);
  };
}
