"use strict";
/** @import { Program, SourceFile, TransformerFactory } from "typescript" */
/** @import { CompilerHost, Converted, Tslab } from "../tslab-types.d.ts" */
const { CELL } = require("../typescript.cjs");
const { wrap } = require("../wrap.cjs");
const { nested } = require("./nested.cjs");

/**
 * @typedef {object} CellTransformers
 * @property {TransformerFactory<SourceFile>} [before] before TypeScript's own
 * @property {(transformer: TransformerFactory<SourceFile>) => TransformerFactory<SourceFile>} [tslab] changes tslab's
 * @property {TransformerFactory<SourceFile>} [after] after tslab's
 */

/** @typedef {import("typescript").TranspileOptions} TranspileOptions */
/** @typedef {{ outputText: string, sourceMapText?: string }} Transpiled */
/** @typedef {(declarations: string, source: string) => Converted} Convert */

/** The file in which tslab keeps the declarations of earlier cells. */
const EARLIER_CELLS = /[\\/]__prev__\.d\.ts$/;

/** How compiled code may begin; what stands before a cell's statements must stay behind it. */
const STRICT = '"use strict";';

/**
 * The moments at which a cell is compiled: TypeScript to an ECMAScript module (`emit`), then to what tslab runs
 * (`transpile`). Each method registers one action; of two, the later one gets the result of the earlier one.
 */
class Compiling {
  /** The declarations that hold for the next cell, as text of a .d.ts file. */
  declarations = "";

  /** Whether the files that a cell imports are compiled as they are, without what tslab does to a cell. */
  plainFiles = false;

  /** The result of the last compiled cell; undefined once it was forgotten. */
  #last = /** @type {Converted | undefined} */ (undefined);

  /**
   * The program that compiles the cells, its host, and the object through which it reads files; absent until there is a
   * compiler.
   */
  compiler =
    /** @type {{ host: CompilerHost, program?: Program, files?: object | undefined } | undefined} */ (
      undefined
    );

  /** The cell as an ECMAScript module. */
  #code = "";
  /** @type {((options: Record<string, unknown> & { lib?: string[] }) => object)[]} */
  #options = [];
  /** @type {((system: any) => void)[]} */
  #systems = [];
  /** @type {((program: Program, cell: SourceFile) => CellTransformers)[]} */
  #transformers = [];
  /** @type {((name: string, text: string) => string)[]} */
  #written = [];
  /** @type {((options: any) => object)[]} */
  #transpileOptions = [];
  /** @type {((result: Transpiled) => Transpiled)[]} */
  #transpiled = [];
  /** @type {((converted: Converted, source: string) => Converted)[]} */
  #converted = [];
  /** @type {((error: unknown) => unknown)[]} */
  #failed = [];
  /** @type {((source: string) => string)[]} */
  #sources = [];
  /** @type {((source: string) => string | undefined)[]} */
  #prologues = [];
  /** The statement after those. */
  #begin = "";
  /** @type {(<T>(compile: () => T) => T)[]} */
  #around = [];

  /** @param {Tslab} tslab */
  constructor({ converter, typescript }) {
    wrap(typescript, "createWatchCompilerHost", (original) => (files, options, system, ...rest) => {
      for (const act of this.#systems) act(system);
      const changed = this.#options.reduce((made, change) => ({ ...change(made) }), { ...options });
      const host = original(files, changed, system, ...rest);
      this.#watchPrograms(host);
      return host;
    });
    wrap(typescript, "transpileModule", (original) => (source, options) => {
      if (source !== this.#code) return original(source, options); // a file that the cell imports
      const changed = this.#transpileOptions.reduce(
        (made, change) => change(made),
        /** @type {any} */ (options),
      );
      return this.#transpiled.reduce((result, change) => change(result), original(source, changed));
    });
    wrap(converter, "createConverter", (original) => (options) => {
      const created = original(options);
      wrap(created, "convert", (convert) => (_, written) => {
        try {
          this.#last = this.compiling(() => {
            const source = this.#sources.reduce((made, change) => change(made), written);
            return this.#convert(convert, source);
          });
          return this.#last;
        } catch (error) {
          throw this.#failed.reduce((made, change) => change(made), error);
        }
      });
      return created;
    });
  }

  /** The result of the last compiled cell; undefined once it was forgotten. */
  lastConverted() {
    return this.#last;
  }

  /** Called before a cell that may not be compiled: forgets what the last one declares. */
  forgetLast() {
    this.#last = undefined;
  }

  /** Lets TypeScript make a new program for the next cell even if its code is that of the last program. */
  outdate() {
    const cell = this.compiler?.program?.getSourceFiles().find(({ fileName }) => CELL.test(fileName));
    if (cell) Object.assign(cell, { version: "outdated" });
  }

  /** Changes a cell's code before it is compiled; every position must stay. @param {(source: string) => string} change */
  source(change) {
    this.#sources.push(change);
  }

  /** Changes the compiler's options. @param {(options: Record<string, unknown> & { lib?: string[] }) => object} change */
  compilerOptions(change) {
    this.#options.push(change);
  }

  /** Changes the system that the compiler works on, in place. @param {(system: any) => void} act */
  system(act) {
    this.#systems.push(act);
  }

  /** Adds transformers to the emit of each cell. @param {(program: Program, cell: SourceFile) => CellTransformers} make */
  transform(make) {
    this.#transformers.push(make);
  }

  /** Changes what the emit of a cell writes: code, declarations, a source map. @param {(name: string, text: string) => string} change */
  written(change) {
    this.#written.push(change);
  }

  /** Changes the options of the second compilation. @param {(options: TranspileOptions) => object} change */
  transpileOptions(change) {
    this.#transpileOptions.push(change);
  }

  /** Changes the result of the second compilation. @param {(result: Transpiled) => Transpiled} change */
  transpiled(change) {
    this.#transpiled.push(change);
  }

  /** Changes a cell's conversion, also one that failed. @param {(converted: Converted, source: string) => Converted} change */
  converted(change) {
    this.#converted.push(change);
  }

  /** Changes the error of a conversion that the compiler could not end. @param {(error: unknown) => unknown} change */
  failed(change) {
    this.#failed.push(change);
  }

  /**
   * Puts a statement, which may await, before the cell's own, on their first line, so that positions do not change.
   * @param {(source: string) => string | undefined} make undefined for none
   */
  prologue(make) {
    this.#prologues.push(make);
  }

  /** Puts a statement directly before the cell's own. @param {string} statement */
  begin(statement) {
    this.#begin = statement;
  }

  /** Runs `around` instead of each use of the compiler, which it calls. @param {<T>(compile: () => T) => T} around */
  whenCompiling(around) {
    this.#around.push(around);
  }

  /**
   * Uses the compiler: every use goes through this method.
   * @template T
   * @param {() => T} compile
   * @returns {T}
   */
  compiling(compile) {
    return /** @type {T} */ (nested(compile, /** @type {any} */ (this.#around)));
  }

  /**
   * @param {Convert} convert
   * @param {string} source
   * @returns {Converted}
   */
  #convert(convert, source) {
    const plain = convert(this.declarations, source);
    const converted = this.#converted.reduce((made, change) => change(made, source), plain);
    const { output } = converted;
    if (output === undefined) return converted;
    const statements = this.#prologues
      .map((make) => make(source))
      .filter((statement) => statement !== undefined);
    const hasToplevelAwait = statements.length > 0 || converted.hasToplevelAwait === true;
    if (this.#begin !== "") statements.push(this.#begin);
    if (statements.length === 0) return converted;
    const rest = output.startsWith(STRICT) ? output.slice(STRICT.length) : output;
    return { ...converted, output: `${STRICT} ${statements.join(" ")} ${rest}`, hasToplevelAwait };
  }

  /** @param {CompilerHost} host */
  #watchPrograms(host) {
    /** @type {NonNullable<Compiling["compiler"]>} */
    const own = { host };
    this.compiler ??= own;
    wrap(host, "createProgram", (create) => (...inputs) => {
      own.files = /** @type {object | undefined} */ (inputs[2]);
      const builder = create(...inputs);
      own.program = builder.getProgram();
      wrap(builder, "emit", (emit) => (file, write, token, declarationsOnly, transformers = {}) => {
        if (!CELL.test(file.fileName))
          return emit(file, write, token, declarationsOnly, this.plainFiles ? {} : transformers);
        const made = this.#transformers.map((make) => make(builder.getProgram(), file));
        const before = made.flatMap((one) => one.before ?? []);
        const own = /** @type {TransformerFactory<SourceFile>[]} */ (transformers.after ?? []);
        const tslabs = own.map((one) =>
          made.reduce((changed, { tslab }) => tslab?.(changed) ?? changed, one),
        );
        const after = made.flatMap((one) => one.after ?? []).reverse();
        return emit(file, this.#writing(write), token, declarationsOnly, {
          ...transformers,
          before: [...before, ...(transformers.before ?? [])],
          after: [...tslabs, ...after],
        });
      });
      return builder;
    });
  }

  /** @param {any} write */
  #writing(write) {
    return (/** @type {string} */ name, /** @type {string} */ text, /** @type {unknown[]} */ ...rest) => {
      const changed = this.#written.reduce((made, change) => change(name, made), text);
      if (name.endsWith(".js")) this.#code = changed;
      write(name, changed, ...rest);
    };
  }
}

module.exports = { Compiling, EARLIER_CELLS };
