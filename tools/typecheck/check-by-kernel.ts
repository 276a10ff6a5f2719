import { createRequire } from "node:module";
import type { CheckedNotebook } from "./read-notebooks.ts";

interface Converter {
  convert(
    declarations: string,
    source: string,
  ): {
    readonly declOutput?: string;
    readonly diagnostics: readonly {
      readonly start: { readonly line: number; readonly character: number };
      readonly messageText: string;
      readonly code: number;
    }[];
  };
  close(): void;
}

/** The kernel's compiler with its repairs; only the kernel's own folder knows tslab. */
function kernelConverter(): () => Converter {
  const require = createRequire(import.meta.url);
  const kernel = "../../kernel";
  const tslab = require(`${kernel}/node/tslab.cjs`).loadTslab();
  require(`${kernel}/common/repairs/strict-types.cjs`).repairStrictTypes(tslab);
  return tslab.converter.createConverter;
}

/** Type errors of the notebooks by the kernel's own compiler, cell by cell as it would, without running any. */
export function checkByKernel(notebooks: readonly CheckedNotebook[]): string[] {
  const createConverter = kernelConverter();
  const before = process.cwd();
  try {
    return notebooks.flatMap((notebook) => {
      process.chdir(notebook.folder); // the converter resolves imports from here
      return convertCells(createConverter(), notebook);
    });
  } finally {
    process.chdir(before);
  }
}

function convertCells(converter: Converter, { file, cells }: CheckedNotebook): string[] {
  let declarations = "";
  const problems = cells.flatMap(({ id, text }) => {
    const { declOutput = "", diagnostics } = converter.convert(declarations, text);
    if (diagnostics.length === 0) declarations = declOutput;
    return diagnostics.map(
      ({ start, code, messageText }) =>
        `${file} ${id}:${start.line + 1}:${start.character + 1} kernel TS${code}: ${messageText}`,
    );
  });
  converter.close();
  return problems;
}
