// Examines one backend in a separate process, because a GPU's driver may crash it: examine-backend.js NAME SECONDS
// prints JSON. With 0 seconds nothing is measured.
import { type BackendName, explainBackends, openBackend } from "../backend/index.ts";
import type { ExaminedBackend } from "./examine-backends.ts";
import { stepSpeed } from "./step-speed.ts";

const [name, seconds] = process.argv.slice(2) as [BackendName, string];
const examined = await examine(name, Number(seconds));
process.stdout.write(JSON.stringify(examined), () => process.exit(0));

async function examine(name: BackendName, seconds: number): Promise<ExaminedBackend | undefined> {
  const [explanation] = await explainBackends([name]);
  if (!explanation?.usable || explanation.software || seconds === 0) return explanation;
  const { tf, close } = await openBackend(name);
  const pairsPerSecond = await stepSpeed(tf, seconds);
  close();
  return { ...explanation, pairsPerSecond };
}
