export { builtPage } from "./built-page.ts";
export { type ConsoleApp, type ConsolePorts, createConsoleApp } from "./console-app.ts";
export type {
  AgentPageLinks,
  DeliveryFaultPlan,
  EmulatorSetup,
  LaptopSetup,
  OfferedFault,
  OutboundCall,
  Reply,
} from "./console-messages.ts";
export type { Change, ChangeSource } from "./http/changes-stream.ts";
export { NotNowError } from "./http/not-now-error.ts";
export { ownHostOnly } from "./http/own-host-only.ts";
export { readJson } from "./http/read-json.ts";
export { reasonText } from "./reason-text.ts";
export { CallRecords, mostRecords, type NewRecord } from "./record/call-records.ts";
export { screenFacts } from "./screen-facts.ts";
