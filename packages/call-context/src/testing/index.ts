export {
  type ConformanceOptions,
  callContextStoreConformance,
  callHistoryConformance,
} from "./conformance.ts";
export type { ConformanceSettings } from "./conformance-case.ts";
