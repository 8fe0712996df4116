export { type LeanItemClientOptions, leanItemClient } from "./lean-item-client.ts";
