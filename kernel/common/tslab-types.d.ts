import type * as ts from "typescript";
import type { TS } from "../rewriting/cell-types.d.ts";

/** The parts of tslab 1.0.22 that the repairs use. Its own declarations make half of them private. */
export interface Tslab {
  /** The compiler of the cells; `createWatchCompilerHost` and `transpileModule` may be replaced. */
  readonly typescript: TypeScript;
  readonly zeromq: {
    readonly Publisher: { readonly prototype: Socket };
    readonly Router: { readonly prototype: Socket };
  };
  readonly converter: { createConverter(options: object): Converter };
  readonly executor: { createExecutor(root: string, converters: object, console: TslabConsole): Executor };
  readonly jupyter: {
    readonly JupyterHandlerImpl: { readonly prototype: Handler };
    /** Where tslab's own display() goes: to the last cell that ran. */
    lastWriteDisplayData: WriteDisplay | null;
    readonly ZmqServer: { readonly prototype: Server };
  };
  readonly main: { startKernel(options: { configPath: string; enableFindLocal: boolean }): void };
}

/** TypeScript, with the functions that the repairs replace as tslab calls them. */
export interface TypeScript extends TS {
  createWatchCompilerHost(
    files: string[],
    options: { lib?: string[]; [option: string]: unknown },
    ...rest: unknown[]
  ): CompilerHost;
  transpileModule(source: string, options: TranspileOptions): { outputText: string; sourceMapText?: string };
}

export interface CompilerHost extends Omit<ts.CompilerHost, "createProgram"> {
  createProgram(...inputs: unknown[]): Builder;
}

export interface Builder {
  getProgram(): ts.Program;
  emit(
    file: ts.SourceFile,
    write: unknown,
    token: unknown,
    declarationsOnly: unknown,
    transformers?: ts.CustomTransformers,
  ): unknown;
}

/** A name that a statement declares, as part of a list of such, or the name of the statement. */
export interface Named {
  readonly pos: number;
  readonly end: number;
  readonly name?: { readonly text: string };
}

/** A statement of any kind; its fields depend on the kind. */
export interface Statement extends Named {
  readonly declarationList?: { readonly declarations: readonly Named[] };
  readonly importClause?: Named & {
    readonly namedBindings?: Named & { readonly elements?: readonly Named[] };
  };
}

export interface TranspileOptions {
  fileName: string;
  compilerOptions: object;
}

export interface Socket {
  sendTimeout: number;
  sendHighWaterMark: number;
  send(this: Socket, message: unknown): Promise<void>;
  bind: (this: Socket, address: string) => Promise<void>;
}

export interface TslabConsole {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

export interface Converter {
  convert(declarations: string, source: string): Converted;
  close(): void;
}

export interface Converted {
  /** JavaScript of the cell; absent when the cell has type errors. */
  output?: string;
  hasToplevelAwait?: boolean;
  /** What is declared after the cell, as text of a .d.ts file; absent when the cell has type errors. */
  declOutput?: string;
  /** The name in `locals` of the last expression's value; absent when the cell does not end with an expression. */
  lastExpressionVar?: string;
  diagnostics: readonly Diagnostic[];
  /** The local files that the cell imports, if they are new or have changed. */
  sideOutputs?: readonly { path: string; data: string }[];
}

/** A type error. Lines and characters count from 0; its file is named unless it is the cell. */
export interface Diagnostic {
  readonly start: Place;
  readonly end: Place;
  readonly fileName?: string;
  readonly messageText: string;
  readonly code: number;
}

export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

export interface Executor {
  /** The variables of all cells. */
  readonly locals: Record<string, unknown>;
  /** Runs a cell; false when it failed, after telling the console why. */
  execute(source: string): Promise<boolean>;
  /** Ends the running cell if it is awaiting something. */
  interrupt(): void;
}

export type Write = (buffer: string | Uint8Array, encoding?: unknown, done?: unknown) => boolean;

export interface Handler {
  execCount: number;
  handleKernel(this: Handler): KernelInfo;
  handleShutdown(this: Handler, request: { readonly restart: boolean }): object;
  readonly executor: Executor;
  handleComplete(this: Handler, request: PlaceRequest): object;
  handleInspect(this: Handler, request: PlaceRequest & { readonly detail_level?: number }): object;
  handleIsComplete(this: Handler, request: { readonly code: string }): object;
  handleExecute(
    request: ExecuteRequest,
    writeStream: WriteStream,
    writeDisplay: WriteDisplay,
  ): Promise<object>;
  handleExecuteImpl(
    this: Handler,
    request: ExecuteRequest,
    ...writers: unknown[]
  ): Promise<{ count: number | undefined }>;
  createWriteToIopub(this: Handler, name: string, writeStream: WriteStream): Write;
}

/** A place in a cell, counted in Unicode code points. */
export interface PlaceRequest {
  readonly code: string;
  readonly cursor_pos: number;
}

export type WriteStream = (name: string, text: string) => void;
export type WriteDisplay = (content: object, update: boolean) => void;

export interface KernelInfo {
  implementation: string;
  implementation_version: string;
  banner: string;
  language_info: { name: string; version: string; [field: string]: unknown };
  [field: string]: unknown;
}

export interface ExecuteRequest {
  readonly code: string;
  readonly stop_on_error?: boolean;
  readonly store_history?: boolean;
  readonly silent?: boolean;
  /** Name -> expression whose value the reply should contain. */
  readonly user_expressions?: Readonly<Record<string, string>>;
  /** Whether the front end can ask its user for a line of text. */
  readonly allow_stdin?: boolean;
}

export interface Message {
  readonly header: { msg_type: string };
  content: object;
  createReply(): Message;
  signAndSend(key: string, socket: Socket): void;
}

export interface MessageClass {
  /** Reads a message as it came, and checks its signature. */
  fromRaw(key: string, raw: Uint8Array[]): Message;
}

export interface Server {
  readonly connInfo: { readonly key: string; readonly transport: string; readonly ip: string };
  readonly iopub: Socket;
  readonly stdin: Socket & AsyncIterable<Uint8Array[]>;
  readonly hb: Socket;
  readonly control: Socket;
  readonly shell: Socket;
  handleShellMessage(this: Server, socket: Socket, ...frames: Uint8Array[]): Promise<void>;
  init(this: Server): Promise<void>;
  bindSocket(this: Server, socket: Socket, port: number): Promise<void>;
  readonly handler: Handler;
  handleExecute(this: Server, socket: Socket, request: Message & { content: ExecuteRequest }): Promise<void>;
  handleKernelInfo(this: Server, socket: Socket, request: Message): void;
  /** Called with "busy" and "idle" around the handling of each request. */
  publishStatus(this: Server, status: string, request: Message): void;
  close(this: Server): void;
}
