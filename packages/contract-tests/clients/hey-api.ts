// What a team writes over the client that hey-api generates.
import { client } from "./generated/client.gen.js";
import { addNote, followContext, getContext, lookupContext } from "./generated/sdk.gen.js";
import type { Context, ContextSnapshot } from "./generated/types.gen.js";

const { API = "", TOKEN = "", CONTEXT_ID = "" } = process.env;
client.setConfig({ baseUrl: API, auth: TOKEN });

const { data: context } = await getContext({ path: { contextId: CONTEXT_ID }, throwOnError: true });
const { data: found } = await lookupContext({
  body: { userToUser: CONTEXT_ID },
  throwOnError: true,
});
const same: Context = found;
const { data: note } = await addNote({
  path: { contextId: CONTEXT_ID },
  headers: { "Idempotency-Key": "note-1" },
  body: { text: `Calls about ${context.reason.id}` },
  throwOnError: true,
});
const { error } = await getContext({ path: { contextId: "nobody-drew-this" } });

const { stream } = await followContext({ path: { contextId: CONTEXT_ID } });
let entries = 0;
for await (const event of stream) {
  if (!event) break;
  const snapshot: ContextSnapshot = event;
  entries = snapshot.timeline.entries.length;
  break;
}
process.stdout.write(
  JSON.stringify({
    status: same.status,
    callerName: context.callerName,
    id: note.id,
    text: note.text,
    problem: error?.code,
    entries,
  }),
);
