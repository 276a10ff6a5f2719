export { alignedColumns, type ColumnOptions } from "./aligned-columns.ts";
export { type ByteSource, type Piece, type Reading, readBytes, readParts } from "./byte-source.ts";
export { unpackByEnding, unpackByStart } from "./compressors.ts";
export { counted } from "./counted.ts";
export { crc32c, crc32cOfInts } from "./crc32c.ts";
export { escapeControls } from "./escape-controls.ts";
export { everyMilliseconds } from "./every-milliseconds.ts";
export { logSumExp, sigmoid, softmax, softplus } from "./functions.ts";
export { joined } from "./joined.ts";
export { largestDifference } from "./largest-difference.ts";
export { addScaled, dot, norm } from "./linear.ts";
export { optionName, spellOptions } from "./option-name.ts";
export { durationText, type Pace, paceText } from "./pace.ts";
export { parsedJson } from "./parsed-json.ts";
export { pause } from "./pause.ts";
export { type Random, randomBelow, resumedRandom, type SeededRandom, seededRandom } from "./random.ts";
export { type Named, requireInteger, requirePositive } from "./require.ts";
export { shuffled } from "./shuffled.ts";
export { copyTable, filledTable, type Numbers, row, type Table, tableFromRows, zeroTable } from "./table.ts";
export {
  compileWasm,
  newWasmMemory,
  openWasm,
  type WasmMemory,
  type WasmMemoryOptions,
  type WasmNumber,
  wasmBytes,
} from "./wasm.ts";
