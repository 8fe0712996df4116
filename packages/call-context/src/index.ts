export { callContextSchema } from "./call-context-schema.ts";
export type { CallerRecord, CallerRecordsStore, KnownOfCaller } from "./caller-records.ts";
export { type ClaimProblem, claimProblemOf, claimProblems } from "./claim-problem.ts";
export type { ContextOf, NoTeamFields, TeamSchema } from "./context-check.ts";
export { canaryContextId, hashContextId, newContextId } from "./context-id.ts";
export {
  type CallerRecordsOptions,
  createCallerRecords,
} from "./dynamodb/dynamodb-caller-records.ts";
export {
  createCallContextStore,
  createItemStore,
  type DynamoDbStoreOptions,
  type ItemStoreOptions,
} from "./dynamodb/dynamodb-store.ts";
export type { Item, ItemClient, WriteOutcome } from "./dynamodb/item-client.ts";
export * from "./errors.ts";
export { createInMemoryCallContextStore } from "./in-memory-store.ts";
export * from "./model.ts";
export type * from "./store.ts";
export type { CallContextStoreOptions } from "./store-options.ts";
export type { After } from "./timers.ts";
export * from "./user-to-user.ts";
