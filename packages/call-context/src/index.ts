export * from "./call-context.ts";
export { callContextSchema } from "./call-context-schema.ts";
export type * from "./call-history.ts";
export type { ContextOf, NoTeamFields, TeamSchema } from "./context-check.ts";
export { hashContextId, isContextId, newContextId } from "./context-id.ts";
export { createCallContextStore, type DynamoDbStoreOptions } from "./dynamodb/dynamodb-store.ts";
export * from "./errors.ts";
export { createInMemoryCallContextStore } from "./in-memory-store.ts";
export type * from "./store.ts";
export type { CallContextStoreOptions } from "./store-options.ts";
export {
  type ContextIdFromUserToUserOptions,
  contextIdFromUserToUser,
  encodeContextId,
} from "./user-to-user.ts";
export {
  parseUserToUser,
  type UserToUserHeader,
  type UserToUserValue,
} from "./user-to-user-header.ts";
