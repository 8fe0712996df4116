export {
  type ConformanceOptions,
  callContextFaultConformance,
  callContextStoreConformance,
  callerRecordsConformance,
  callHistoryConformance,
  type FaultConformanceOptions,
} from "./conformance.ts";
export type { ConformanceSettings } from "./conformance-case.ts";
export type { StoreFault, StoreFaults } from "./fault-cases.ts";
