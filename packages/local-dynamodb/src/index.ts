export { createCallContextTable } from "./call-context-table.ts";
export { createTable, putItems, type TableDefinition } from "./create-table.ts";
export type { Exchange } from "./exchange.ts";
export type { Fault, FaultKind, Faults } from "./faults.ts";
export { localCredentials } from "./local-credentials.ts";
export {
  type LocalDynamoDb,
  type LocalDynamoDbOptions,
  startLocalDynamoDb,
} from "./local-dynamodb.ts";
export type { SeenRequest } from "./request-log.ts";
export { unhurried } from "./unhurried.ts";
