import type { Handler, Server, Tslab } from "../common/tslab-types.d.ts";

/** Parts that a test gives the fake: tslab's modules, and methods and fields of its server and of its handler. */
export interface FakeParts extends Partial<Omit<Tslab, "jupyter">> {
  readonly server?: Partial<Server>;
  readonly handler?: Partial<Handler>;
}

/**
 * tslab as far as its seams need it: what a test does not give does nothing. `server` and `handler` are the prototypes
 * that seams change and the objects that a kernel would make of them.
 */
export function fakeTslab({ server, handler, ...modules }: FakeParts): {
  readonly tslab: Tslab;
  readonly server: Server;
  readonly handler: Handler;
} {
  const answers = { handleExecuteImpl: () => {}, createWriteToIopub: () => () => true, ...handler };
  const serving = { publishStatus: () => {}, handleKernelInfo: () => {}, handler: answers, ...server };
  const jupyter = { JupyterHandlerImpl: { prototype: answers }, ZmqServer: { prototype: serving } };
  const fakes: unknown = { tslab: { ...modules, jupyter }, server: serving, handler: answers };
  return fakes as ReturnType<typeof fakeTslab>;
}
