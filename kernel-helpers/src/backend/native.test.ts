import { test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";

const missing = await openBackend("native").then(
  () => undefined,
  (error: Error) => error.message.split("\n", 1).join(),
);

if (missing === undefined) describeScatterRows("native", 30);
else test.skip(`scatterRows() on native: ${missing}`, () => {});
