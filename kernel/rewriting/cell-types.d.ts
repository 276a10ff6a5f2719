import type * as ts from "typescript";

/** TypeScript's public interface, without what the kernel replaces. */
export type TS = Omit<typeof import("typescript"), "createWatchCompilerHost" | "transpileModule">;

/** A file that the checker has processed, with the names that it declares. */
export type BoundFile = ts.SourceFile & { readonly locals?: ReadonlyMap<string, ts.Symbol> };
