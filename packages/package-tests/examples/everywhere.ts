import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  createCallContextStore,
  createInMemoryCallContextStore,
  encodeContextId,
} from "@skill-call/call-context";
import { callStatuses } from "@skill-call/call-context/model";
import { e164Of } from "@skill-call/call-context/phone-number";
import { contextIdFromUserToUser } from "@skill-call/call-context/user-to-user";

/** Every entry of the package that holds the context, in whatever runs JavaScript. */
async function everywhere() {
  createCallContextStore({
    client: new DynamoDBClient({ region: "us-east-1" }),
    tableName: "none",
  });
  const store = createInMemoryCallContextStore();
  const { contextId } = await store.create({
    callerName: "Maria Silva",
    accountIdVerified: false,
    reason: { id: "billing" },
    locale: "en-US",
    callStarter: "skill-call",
  });
  const { status } = await store.claim(contextId, "call");
  return {
    status,
    isKnownStatus: callStatuses.includes(status),
    comesBack: contextIdFromUserToUser(`04${encodeContextId(contextId)}`) === contextId,
    number: e164Of("tel:+1-607-333-1111"),
  };
}

everywhere().then((answer) => process.stdout.write(JSON.stringify(answer)));
