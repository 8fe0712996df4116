export { builtPage } from "./built-page.ts";
export {
  type ConsoleApp,
  type ConsolePorts,
  createConsoleApp,
  type Mistakes,
} from "./console-app.ts";
export type {
  AgentPageLinks,
  DeliveryFaultPlan,
  EmulatorSetup,
  LaptopSetup,
  OfferedCase,
  OfferedFault,
  OfferedField,
  OutboundCall,
  Reply,
} from "./console-messages.ts";
export type { Change, ChangeSource } from "./http/changes-stream.ts";
export { NotNowError } from "./http/not-now-error.ts";
export { ownHostOnly } from "./http/own-host-only.ts";
export { RequestError, readJson } from "./http/read-json.ts";
export { reasonText } from "./reason-text.ts";
export { type CallRecord, readCallRecord } from "./record/call-record.ts";
export { CallRecords, mostRecords, type NewRecord } from "./record/call-records.ts";
export type { ShownStep } from "./record/known-steps.ts";
export { type RecordsConsole, startRecordsConsole } from "./record/start-records-console.ts";
export { screenFacts } from "./screen-facts.ts";
