// What a team writes over the types that openapi-typescript generates.
import type { components, paths } from "./generated/schema.js";

type Context = components["schemas"]["Context"];
type Problem = components["schemas"]["Problem"];
type NewNote =
  paths["/v1/contexts/{contextId}/notes"]["post"]["requestBody"]["content"]["application/json"];

const { API = "", TOKEN = "", CONTEXT_ID = "" } = process.env;
const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };

async function getContext(contextId: string): Promise<Context> {
  const response = await fetch(`${API}/v1/contexts/${contextId}`, { headers });
  if (response.ok) return (await response.json()) as Context;
  const { code, instance } = (await response.json()) as Problem;
  throw new Error(`${code} ${instance}`);
}

const context = await getContext(CONTEXT_ID);
const note: NewNote = { text: `Calls about ${context.reason.id}` };
const noted = await fetch(`${API}/v1/contexts/${context.contextId}/notes`, {
  method: "POST",
  headers: { ...headers, "idempotency-key": '"note-1"' },
  body: JSON.stringify(note),
});
const { id, text }: components["schemas"]["Note"] = await noted.json();
const status: components["schemas"]["Status"] = context.status;
process.stdout.write(JSON.stringify({ status, callerName: context.callerName, id, text }));
