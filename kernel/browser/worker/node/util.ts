import {
  format,
  formatWithOptions,
  type InspectOptions,
  inspect as inspectPlain,
} from "node-inspect-extracted";
import { showStacksAsV8 } from "../v8-stack.ts";

/** Any value as text for people, with an error's frames in V8's format in every browser. */
export function inspect(value: unknown, options?: InspectOptions): string {
  showStacksAsV8(value);
  return inspectPlain(value, options);
}
inspect.custom = inspectPlain.custom;

export const promisify: { readonly custom: symbol } = { custom: Symbol.for("nodejs.util.promisify.custom") };

export const types: {
  isNativeError(value: unknown): value is Error;
  isTypedArray(value: unknown): value is Exclude<ArrayBufferView, DataView>;
} = {
  isNativeError: (value): value is Error => Object.prototype.toString.call(value) === "[object Error]",
  isTypedArray: (value): value is Exclude<ArrayBufferView, DataView> =>
    ArrayBuffer.isView(value) && !(value instanceof DataView),
};

export { format, formatWithOptions };
export const TextDecoder: typeof globalThis.TextDecoder = globalThis.TextDecoder;
export default { format, formatWithOptions, inspect, promisify, types, TextDecoder };
