// The local DynamoDB with the table of contexts, in a process of its own, so that its work and memory count as nobody else's.
import { createCallContextTable, startLocalDynamoDb } from "@skill-call/local-dynamodb";
import { table } from "../contest/context-item.ts";

const { endpoint } = await startLocalDynamoDb();
await createCallContextTable(endpoint, table);
process.on("disconnect", () => process.exit(0));
process.send?.(endpoint);
