import type { BackendName, Model } from "../../../../kernel-helpers/src/index.ts";
import type { Stepper } from "../../../../kernel-helpers/src/model/model.suite.ts";
import type { PlainTable } from "./jobs.ts";
import type { ComputePage } from "./open-compute-page.ts";

type Tables = Awaited<ReturnType<Stepper["read"]>>;

const plain = ({ rows, width, data }: Model["input"]): PlainTable => ({ rows, width, data: [...data] });
const float32 = ({ rows, width, data }: PlainTable): Tables["input"] => {
  return { rows, width, data: Float32Array.from(data) };
};

/** The twin of a model on a backend in a page: what a contract suite trains. */
export async function remoteStepper(page: ComputePage, backend: BackendName, model: Model): Promise<Stepper> {
  const start = { input: plain(model.input), output: plain(model.output) };
  const made = await page.compute("make", { backend, model: start });
  return {
    step: (batch, alpha) => page.compute("step", { made, batch, alpha }),
    async read() {
      const { input, output } = await page.compute("read", made);
      return { input: float32(input), output: float32(output) };
    },
    close: () => void page.compute("close", made),
  };
}
