export { type Pca, type PcaOptions, pca } from "./pca.ts";
export { type SvdVectorsOptions, svdVectors } from "./svd-vectors.ts";
export { type TruncatedSvd, type TruncatedSvdOptions, truncatedSvd } from "./truncated-svd.ts";
