export { type LeanItemClientOptions, leanItemClient } from "./lean-item-client.ts";
export { type Watch, watchedItems } from "./watched-items.ts";
