import { expect, test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";

const failure = await openBackend("native").then(
  () => undefined,
  (error: Error) => error,
);

// The addon is built by hand; where it is not, its absence must be told, with the remedy.
if (failure === undefined) describeScatterRows("native", 30);
else {
  test("openBackend('native') says that the addon is missing and how to get it", () => {
    expect(failure.message).toMatch(
      /^Cannot open the backend "native" as .*tfjs_binding\.node.*\n {2}fix: .+/,
    );
  });
}
