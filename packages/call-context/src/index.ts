export { callContextSchema } from "./call-context-schema.ts";
export type {
  CallerRecord,
  CallerRecordsStore,
  KnownOfCaller,
  RecordsRequest,
} from "./caller-records.ts";
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
export { type DataKey, type DataKeys, dataKeyContext } from "./encryption/data-keys.ts";
export { type KmsClient, kmsDataKeys } from "./encryption/kms-data-keys.ts";
export * from "./errors.ts";
export { createInMemoryCallContextStore } from "./in-memory-store.ts";
export * from "./model.ts";
export type * from "./store.ts";
export type { CallContextStoreOptions } from "./store-options.ts";
export type { After } from "./timers.ts";
export * from "./user-to-user.ts";
