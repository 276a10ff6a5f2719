import type { BrowserContext } from "playwright-core";

/** Writes one PNG with the pictures from left to right on white, each as large as it is in its page. */
export async function sideBySide(
  context: BrowserContext,
  pictures: readonly Buffer[],
  path: string,
): Promise<void> {
  const page = await context.newPage();
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString("base64")}">`);
  await page.setContent(
    `<body style="margin:0"><div style="display:inline-flex;align-items:center;gap:24px;padding:16px;background:#fff">${images.join("")}</div>`,
  );
  await page.locator("img").evaluateAll(async (nodes) => {
    for (const node of nodes as HTMLImageElement[]) {
      await node.decode();
      node.width = node.naturalWidth / devicePixelRatio;
    }
  });
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.locator("div").screenshot({ path });
  await page.close();
}
