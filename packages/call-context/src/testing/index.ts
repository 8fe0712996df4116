export { type ConformanceOptions, callContextStoreConformance } from "./conformance.ts";
export type { ConformanceSettings } from "./conformance-case.ts";
