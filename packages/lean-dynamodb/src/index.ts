export { type LeanItemClientOptions, leanItemClient } from "./lean-item-client.ts";
export { type LeanStoreOptions, leanStore } from "./lean-store.ts";
