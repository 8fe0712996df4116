export { isContextId } from "./is-context-id.ts";
export {
  type ContextIdFromUserToUserOptions,
  contextIdFromUserToUser,
} from "./user-to-user/context-id-from-user-to-user.ts";
export { encodeContextId, type UserToUserForm } from "./user-to-user/encode-context-id.ts";
export { parseUserToUser, type UserToUserValue } from "./user-to-user/parse-user-to-user.ts";
export { sendableUserToUser } from "./user-to-user/sendable-user-to-user.ts";
export type { UserToUserHeader } from "./user-to-user/split-user-to-user.ts";
export { uriWithUserToUser } from "./user-to-user/uri-with-user-to-user.ts";
