import { readFileSync } from "node:fs";

/** MIME types that count as a figure. */
const FIGURES = /^(?:application\/vnd\.vegalite\.v5\+json|application\/vnd\.plotly\.v1\+json|image\/.*)$/;

interface Output {
  readonly data?: Readonly<Record<string, unknown>>;
}

/** How many figures an executed notebook shows. */
export function countFigures(file: string): number {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { cells: { outputs?: Output[] }[] };
  return cells.flatMap(({ outputs = [] }) => outputs).filter(isFigure).length;
}

function isFigure({ data = {} }: Output): boolean {
  return Object.keys(data).some((type) => FIGURES.test(type));
}
