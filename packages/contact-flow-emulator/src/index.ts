export { emulatedActions } from "./actions/action-table.ts";
export {
  type ConnectApi,
  type ConnectApiFault,
  type ConnectExchange,
  startConnectApi,
} from "./api/start-connect-api.ts";
export type { Contact } from "./contact/contact.ts";
export { EmulatorConfigError } from "./errors.ts";
export type { Notice, TellNotice } from "./flow/notice.ts";
export {
  type Connect,
  type ConnectOptions,
  createConnect,
  type FlowSetting,
} from "./instance/create-connect.ts";
export { Leg } from "./lines/leg.ts";
export type { AgentScript, QueueSetting } from "./queues/queues.ts";
export { readTestCase } from "./test-case/read-test-case.ts";
export { runTestCase, type TestResult } from "./test-case/run-test-case.ts";
