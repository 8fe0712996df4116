export * from "./call-context.ts";
export * from "./errors.ts";
export type * from "./store.ts";
