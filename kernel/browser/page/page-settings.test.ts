import { expect, test } from "vitest";
import { pageSettings } from "./page-settings.ts";

test("pageSettings() takes only settings that begin with W2V_ from an address", () => {
  const search = "?path=notebooks%2F04-cbow.ipynb&W2V_BACKEND=webgl&W2V_FAST=1&theme=dark";
  expect(pageSettings(search)).toEqual({ W2V_BACKEND: "webgl", W2V_FAST: "1" });
  expect(pageSettings("")).toEqual({});
});
