// Ours, a part of the SMA handler: the store's claim over the thin client, and nothing else.
import { leanStore } from "@skill-call/lean-dynamodb";
import type { Ask } from "./ask.ts";

const store = leanStore({
  environment: process.env,
  tableName: process.env.CALL_CONTEXT_TABLE ?? "",
});

export const handler = ({ contextId, transactionId }: Ask) => store.claim(contextId, transactionId);
