export { type Arrow, type ArrowsChartOptions, arrowsChart } from "./arrows-chart.ts";
export { type Bar, type BarChartOptions, barChart } from "./bar-chart.ts";
export { type ChainChartOptions, chainChart } from "./chain-chart.ts";
export type { ChainParameter, ChainStep } from "./chain-step.ts";
export { type HeatChartOptions, heatChart } from "./heat-chart.ts";
export {
  type LearningRateChartOptions,
  type LearningRatePoint,
  learningRateChart,
} from "./learning-rate-chart.ts";
export { type LineChartOptions, type LinePoint, lineChart } from "./line-chart.ts";
export { type LossChartOptions, type LossPoint, lossChart } from "./loss-chart.ts";
export { type MonitorChartOptions, monitorChart } from "./monitor-chart.ts";
export { type NetworkChartOptions, networkChart, type OneTable } from "./network-chart.ts";
export { palette } from "./palette.ts";
export type { WordGroups } from "./project-words.ts";
export type { ProjectedWord } from "./projected-word.ts";
export { type ProjectionOptions, projectionChart } from "./projection-chart.ts";
export { projectionFigure, type VectorProjectionOptions } from "./projection-figure.ts";
export type { ChartOptions, ChartSpec, ChartTitle, Figure, PlotlyPart } from "./spec.ts";
export { type TreeChartOptions, treeChart } from "./tree-chart.ts";
