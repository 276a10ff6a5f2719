import { gunzipError } from "./gunzip-error.ts";

/** Unpacks the parts of a gzip file of one member, see `Host.gunzip`; browsers take what follows for damage. */
export async function* gunzip(path: string, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  const reader = source.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: Error) => {
        if (error.message.startsWith("Cannot ")) throw error; // an error of the file, which is for people already
        throw gunzipError(path, false, error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // closes the file if no more of it is wanted
  }
}
