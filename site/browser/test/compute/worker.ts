// In a worker of a page: does what jobs.ts says with the kernel-helpers of the page.
import {
  autoTokenSentences,
  type Backend,
  type BackendName,
  corpusSentences,
  explainBackends,
  interrupted,
  loadVectors,
  type Model,
  openBackend,
  openSimd,
  packBatch,
  readScalar,
  readTable,
  saveVectors,
  scatterRows,
  startRunLog,
  startTraining,
  type Table,
  type TensorModel,
  tensorModel,
  tensorStep,
  tokenRecord,
  tokenSentences,
  vectorOf,
  vectorsFromRows,
} from "../../../../kernel-helpers/src/index.ts";
import type { JobMessage, JobName, Jobs, PlainModel, PlainTable } from "./jobs.ts";

interface Made {
  readonly backend: BackendName;
  readonly model: TensorModel;
}

const made: Made[] = [];

const workers: { readonly [Name in JobName]: (gets: Jobs[Name]["gets"]) => Promise<Jobs[Name]["gives"]> } = {
  explain: () => explainBackends(),
  async open(choice) {
    const { name, report } = await openBackend(choice);
    return { name, report };
  },
  async make({ backend, model }) {
    const { tf } = await openBackend(backend);
    return made.push({ backend, model: tensorModel(tf, modelOf(model)) }) - 1;
  },
  async step({ made, batch, alpha }) {
    const { tf, model } = await modelAt(made);
    return readScalar(tensorStep(tf, model, packBatch(batch), alpha));
  },
  async read(at) {
    const { model } = await modelAt(at);
    return { input: plain(await readTable(model.input)), output: plain(await readTable(model.output)) };
  },
  async close(at) {
    const { tf, model } = await modelAt(at);
    tf.dispose([model.input, model.output]);
    return tf.memory().numTensors;
  },
  async scatter({ backend, table, ids, rows, scale }) {
    const { tf } = await openBackend(backend);
    const initial = tf.tensor2d([...table.data], [table.rows, table.width]);
    const variable = tf.variable(initial);
    const [at, by] = [tf.tensor1d([...ids], "int32"), tf.tensor2d([...rows.data], [rows.rows, rows.width])];
    try {
      scatterRows(tf, variable, at, by, scale);
      return [...(await variable.data())];
    } finally {
      tf.dispose([initial, variable, at, by]);
    }
  },
  async lose() {
    const { tf } = await openBackend("webgl");
    const two = tf.add(1, 1);
    const backend = tf.backend() as unknown as { readonly gpgpu: { readonly gl: WebGL2RenderingContext } };
    backend.gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
    return (await two.data())[0] as number;
  },
  async train({ backend, simd, sentences, options }) {
    const trainer = simd && openSimd(simd);
    const by = trainer ?? (backend && (await openBackend(backend)).tf);
    const training = startTraining(sentences, options, by);
    const losses: number[] = [];
    for await (const { loss } of training) losses.push(loss);
    const vectors = [...(await training.inputTable()).data];
    training.close();
    return { losses, vectors, threads: trainer?.threads ?? 0 };
  },
  async words(name) {
    await interrupted();
    return (await tokenSentences(corpusSentences(name))).flat().length;
  },
  async divide(text) {
    const { sentences, choice } = await autoTokenSentences(text);
    return { sentences, record: tokenRecord(choice.tokenizer) };
  },
  async keep({ path, vectors }) {
    await saveVectors(path, vectorsFromRows(vectors));
    const loaded = await loadVectors(path);
    return Object.fromEntries(loaded.words.map((word) => [word, [...vectorOf(loaded, word)]]));
  },
  load: async (path) => (await loadVectors(path)).words,
  async log({ path, events }) {
    const training = startTraining([["a", "b", "a"]], {
      minCount: 1,
      sample: 0,
      epochs: events,
      reports: events,
    });
    const log = await startRunLog(path, training.settings);
    for await (const progress of training) await log.log(progress);
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(path)).getFile()).text();
  },
};

async function modelAt(at: number): Promise<{ tf: Backend["tf"]; model: TensorModel }> {
  const { backend, model } = made[at] as Made;
  return { tf: (await openBackend(backend)).tf, model };
}

function modelOf({ input, output }: PlainModel): Model {
  const table = ({ rows, width, data }: PlainTable): Table => ({
    rows,
    width,
    data: Float64Array.from(data),
  });
  return { input: table(input), output: table(output) };
}

function plain({ rows, width, data }: Table<Float32Array>): PlainTable {
  return { rows, width, data: [...data] };
}

self.onmessage = async ({ data, ports: [answer] }: MessageEvent<JobMessage>) => {
  const work = workers[data.name] as (gets: unknown) => Promise<unknown>;
  try {
    answer?.postMessage({ gives: await work(data.gets) });
  } catch (error) {
    answer?.postMessage({ error: String(error) });
  }
};
