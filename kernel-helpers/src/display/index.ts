export { bundleOf, type Showable } from "./bundle-of.ts";
export { check } from "./check.ts";
export { type Displayable, escapeHtml, html, markdown } from "./displayable.ts";
export { type LiveChart, type LiveChartOptions, type LiveState, liveChart } from "./live-chart.ts";
export { type ProgressOptions, progress } from "./progress.ts";
export { type ReadableOptions, readable } from "./readable.ts";
export { show } from "./show.ts";
export { showTable, type TableOptions, type TableRow, table } from "./table.ts";
