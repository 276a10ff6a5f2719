import { describe, expect, test } from "vitest";
import { projectionFigure } from "../../../../kernel-helpers/src/plot/index.ts";
import { WEBGL } from "../../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { said } from "./open-lab-page.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const figure = JSON.stringify(
  projectionFigure([
    { word: "king", x: 0, y: 1, z: 0 },
    { word: "queen", x: 1, y: 0, z: 1 },
  ]),
);

/** Notes in the kernel's worker what the policy of the server refuses there. */
const LISTEN = `const refused: string[] = [];
const listen = Reflect.get(globalThis, "addEventListener") as (name: string, listener: (event: any) => void) => void;
listen("securitypolicyviolation", (event) => refused.push(event.effectiveDirective + " " + event.blockedURI));`;

/** Everything of a page that a policy may refuse. */
const CELLS = [
  'console.log(new Function("return 6 * 7")());',
  `import { corpusSentences, lossChart, openBackend, show } from "kernel-helpers";
const { tf } = await openBackend("wasm");
console.log(await tf.tensor1d([1, 2, 3]).sum().data());`,
  'let sentences = 0;\nfor await (const _ of corpusSentences("toy")) sentences++;\nconsole.log(sentences > 3);',
  `const page = globalThis as any;
const address = page.URL.createObjectURL(new page.Blob(["postMessage('from a blob')"]));
const worker = new page.Worker(address);
console.log(await new Promise((resolve) => { worker.onmessage = ({ data }: any) => resolve(data); }));`,
  'await show({ $schema: "https://vega.github.io/schema/vega-lite/v5.json", data: { values: [{ x: 1 }, { x: 2 }] }, mark: "point", encoding: { x: { field: "x", type: "quantitative" } } });',
  `await show(${figure});`,
];
const SAID = ["42\n", /6/, "true\n", "from a blob\n", /^$/, /^$/];

/** The one thing that must not be possible: to send what a learner wrote to another host. */
const LEAK = `const answer = await (globalThis as any).fetch("https://example.invalid/").catch((error: Error) => error.name);
console.log(answer);`;

describe.runIf(chromium)("the policy that the server sends", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "policy", { switches: WEBGL });

  test("refuses nothing that lessons do, in the page and in the kernel's worker, and refuses another host", async () => {
    const lab = await visit();
    await lab.context.addInitScript(() => {
      const refused: string[] = [];
      Reflect.set(globalThis, "refused", refused);
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        refused.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    const refused = (): Promise<string[]> => lab.page.evaluate(() => Reflect.get(globalThis, "refused"));
    await lab.openCells([LISTEN, ...CELLS, LEAK, "console.log(refused.join());"]);
    const [, ...outputs] = await lab.runAll();
    for (const [i, expected] of SAID.entries()) expect(said(outputs[i])).toMatch(expected);
    await lab.page.waitForSelector(".vega-embed canvas, .vega-embed svg");
    await lab.page.waitForSelector(".js-plotly-plot .gl-container canvas");
    expect(await refused()).toEqual([]);
    expect(said(outputs.at(-2))).toBe("TypeError\n");
    expect(said(outputs.at(-1))).toBe("connect-src https://example.invalid/\n");

    // the page's own list would have noticed
    await lab.page.evaluate(() => fetch("https://example.invalid/").catch(() => {}));
    expect(await refused()).toEqual(["connect-src https://example.invalid/"]);
  });
});
