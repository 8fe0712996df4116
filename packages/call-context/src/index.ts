export * from "./call-context.ts";
export { callContextSchema } from "./call-context-schema.ts";
export { hashContextId, isContextId, newContextId } from "./context-id.ts";
export * from "./errors.ts";
export { createInMemoryCallContextStore, type InMemoryStoreOptions } from "./in-memory-store.ts";
export type * from "./store.ts";
export {
  type ContextIdFromUserToUserOptions,
  contextIdFromUserToUser,
  encodeContextId,
} from "./user-to-user.ts";
export { parseUserToUser, type UserToUserValue } from "./user-to-user-header.ts";
