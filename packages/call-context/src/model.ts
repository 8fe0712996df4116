export * from "./call-context.ts";
export type * from "./call-history.ts";
export { isContextId } from "./is-context-id.ts";
