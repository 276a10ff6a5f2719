export { type Pca, type PcaOptions, pca } from "./pca.ts";
