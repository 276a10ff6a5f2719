import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BackendExplanation, type BackendName, backendNames } from "../backend/index.ts";

/** What a trial of one backend found out. */
export interface ExaminedBackend extends BackendExplanation {
  /** See `stepSpeed`; undefined where nothing was measured. */
  readonly pairsPerSecond?: number;
}

/** Options of `examineBackends`. */
export interface ExamineOptions {
  /** Seconds of measuring for each backend; 0 measures nothing. */
  readonly seconds: number;
  /** Milliseconds after which a backend is given up. Default: 60,000. */
  readonly patience?: number;
  /** The script that examines one. Default: examine-backend.js. */
  readonly script?: string;
}

const examineBackend = fileURLToPath(new URL("examine-backend.js", import.meta.url));

/**
 * Tries every backend, best first, one after the other and each in its own process, so that each has the whole machine.
 */
export async function examineBackends({
  seconds,
  patience = 60_000,
  script = examineBackend,
}: ExamineOptions): Promise<ExaminedBackend[]> {
  const examined: ExaminedBackend[] = [];
  for (const name of backendNames) {
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, name, String(seconds)], {
        timeout: patience,
      });
      examined.push(JSON.parse(stdout) as ExaminedBackend);
    } catch (error) {
      examined.push({ name, usable: false, device: "", ...endOf(name, error as Ended, patience) });
    }
  }
  return examined;
}

interface Ended {
  readonly code?: number | string | null;
  readonly signal?: string | null;
  readonly killed?: boolean;
  readonly stderr?: string;
}

const remedies: Readonly<Record<BackendName, string>> = {
  cuda: "w2v gpu remove, then w2v gpu setup; or set W2V_BACKEND=wasm",
  webgpu: "install the newest driver of the GPU, or set W2V_BACKEND=wasm",
  native: "w2v gpu remove, then w2v gpu setup; or set W2V_BACKEND=wasm",
  webgl: "set W2V_BACKEND=wasm",
  wasm: "npm ci, then npm run setup",
  cpu: "npm ci, then npm run setup",
};

function endOf(
  name: BackendName,
  { code, signal, killed, stderr = "" }: Ended,
  patience: number,
): { readonly why: string; readonly fix: string } {
  const words = /^\w*Error: (.*)$/m.exec(stderr)?.[1] ?? "";
  const how = killed ? `did not end within ${patience / 1000} s` : `ended with ${signal ?? code}`;
  return { why: [`the process that tried it ${how}`, words].filter(Boolean).join(": "), fix: remedies[name] };
}
