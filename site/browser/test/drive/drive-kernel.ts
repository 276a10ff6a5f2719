// In a page: runs steps in a kernel's worker and returns the results, as kernel/test/drive-kernel.py does in Node.
import { countPress, createPresses } from "../../../../kernel/browser/page/presses.ts";
import type { FromWorker, Message, ToWorker } from "../../../../kernel/browser/protocol.ts";
import type { CellResult, Session, Step } from "../../../../kernel/test/session.ts";
import { OpenCell } from "./open-cell.ts";

/** Longest time for a step, in milliseconds. */
const LIMIT = 60_000;

/** The same for a step that never ends without its repair, and for the later steps once it has not ended. */
const HANGING = 2000;
const STUCK = 300;

/** Time for what a cell prints after its reply: a kernel that lacks repairs never prints it. */
const LATE = { patient: 30_000, impatient: 1000 };

/** Time between two looks at what came. */
const LOOK = 5;

export interface Job {
  /** URL of the folder with the kernel's files. */
  readonly base: string;
  readonly steps: readonly Step[];
  readonly without: readonly string[];
}

export async function driveKernel({ base, steps, without }: Job): Promise<Session> {
  const kernel = await startKernel(base, without);
  const info = await kernel.run([{ code: "", request: { type: "kernel_info_request", content: {} } }], {
    limit: LIMIT,
    late: 0,
  });
  const cells: OpenCell[] = [];
  const patient = without.length === 0;
  let stuck = false;
  for (const batch of batchesOf(steps)) {
    const hangs = !patient && batch.some(({ mayHang }) => mayHang);
    const limit = stuck ? STUCK : hangs ? HANGING : LIMIT;
    const ran = await kernel.run(batch, { limit, late: patient ? LATE.patient : LATE.impatient });
    stuck ||= ran.some(({ step, replied }) => step.mayHang && !replied);
    cells.push(...ran);
  }
  const [last] = await kernel.run(
    [{ code: "", request: { type: "shutdown_request", content: { restart: true } } }],
    { limit: stuck ? STUCK : LIMIT, late: 0 },
  );
  kernel.end();
  return {
    info: info[0]?.result().reply ?? {},
    alive: true, // a worker ends only when the page ends it
    shutdownReply: last?.result().reply ?? null,
    ended: false, // and it does not report its end
    cells: cells.map((cell) => cell.result()),
  };
}

/** Steps that are sent together: queued ones with the step after them. */
function batchesOf(steps: readonly Step[]): Step[][] {
  const batches: Step[][] = [[]];
  for (const step of steps) {
    batches.at(-1)?.push(step);
    if (!step.queued) batches.push([]);
  }
  return batches.filter((batch) => batch.length > 0);
}

/** How long a batch is waited for, in milliseconds: for its replies, and for what is printed after them. */
interface Patience {
  readonly limit: number;
  readonly late: number;
}

interface Kernel {
  run(batch: readonly Step[], patience: Patience): Promise<OpenCell[]>;
  end(): void;
}

async function startKernel(base: string, without: readonly string[]): Promise<Kernel> {
  const worker = new Worker(new URL("worker.js", base));
  const presses = createPresses();
  const post = (message: ToWorker): void => worker.postMessage(message);
  const interrupt = (): void => {
    countPress(presses);
    post({ type: "interrupt" });
  };
  const open = new Map<string, OpenCell>();
  let state: string | null = null;
  await new Promise<void>((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`Cannot start the kernel's worker: ${message}`));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "ready") resolve();
      else if (data.type === "failed") reject(new Error(data.reason));
      else {
        const { header, parent_header, content } = data.message;
        if (header.msg_type === "status") state = Reflect.get(content, "execution_state");
        open.get(Reflect.get(parent_header, "msg_id"))?.receive(data, state);
      }
    };
    post({ type: "start", base, presses, without });
  });
  return {
    end: () => worker.terminate(),
    async run(batch, patience) {
      const cells = batch.map((step) => {
        const message = requestOf(step);
        const cell = new OpenCell(step, {
          interrupt,
          answer: (value) =>
            post({ type: "message", channel: "stdin", message: messageOf("input_reply", { value }) }),
        });
        open.set(message.header.msg_id, cell);
        post({ type: "message", channel: "shell", message });
        return cell;
      });
      await allDone(cells, patience);
      return cells;
    },
  };
}

async function allDone(cells: readonly OpenCell[], { limit, late }: Patience): Promise<void> {
  let deadline = performance.now() + limit;
  let replied = false;
  while (performance.now() < deadline && !cells.every((cell) => cell.complete)) {
    if (!replied && cells.every((cell) => cell.replied)) {
      replied = true;
      deadline = Math.min(deadline, performance.now() + late);
    }
    await new Promise((done) => setTimeout(done, LOOK));
  }
}

function requestOf({ code, request, stopOnError = true, inputs }: Step): Message {
  if (request) return messageOf(request.type, request.content);
  return messageOf("execute_request", {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: inputs !== undefined,
    stop_on_error: stopOnError,
  });
}

function messageOf(msg_type: string, content: object): Message {
  const date = new Date().toISOString();
  const msg_id = Math.random().toString(36).slice(2);
  const header = { msg_id, msg_type, session: "test", username: "test", date, version: "5.3" };
  return { header, parent_header: {}, metadata: {}, content };
}

/** The kernel that `openKernel` started. */
let opened: Kernel | undefined;

/** Starts a kernel on which `runStep` runs, and ends the one before. */
export async function openKernel(base: string): Promise<void> {
  opened?.end();
  opened = await startKernel(base, []);
}

/** Runs a step in the open kernel; without a reply after `limit` milliseconds, its result has none. */
export async function runStep({ step, limit }: { step: Step; limit: number }): Promise<CellResult> {
  const [cell] = (await opened?.run([step], { limit, late: limit })) ?? [];
  if (!cell) throw new Error("Cannot run a step: openKernel() comes first");
  return cell.result();
}

Object.assign(globalThis, { driveKernel, openKernel, runStep });
