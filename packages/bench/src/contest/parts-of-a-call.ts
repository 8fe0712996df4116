import { randomUUID } from "node:crypto";
import { signedHeaders } from "@skill-call/aws-request";
import { encodeContextId, hashContextId, parseUserToUser } from "@skill-call/call-context";
import { createRoutingTable, parseRoutes } from "@skill-call/call-routing";
import { answer, callAndBridge, checkAnswer, readEvent } from "@skill-call/pstn-audio";
import { parseMessage, serializeMessage } from "@skill-call/sip";
import * as npmSip from "sip";
import { inviteText } from "./invite-text.ts";
import { routesOf, voiceConnector } from "./routes-of.ts";
import { newInboundCall } from "./sma-call.ts";

/** The parts of a call that ask nobody, by their names; npm's `sip` beside ours. */
export function partsOfACall(): Readonly<Record<string, () => unknown>> {
  const contextId = randomUUID();
  const value = encodeContextId(contextId);
  const event = newInboundCall(contextId);
  const { CallId: callId } = event.CallDetails.Participants[0] ?? { CallId: "" };
  const endpoint = { type: "AWS", arn: voiceConnector.arn, uri: "support" } as const;
  const bridge = { callId, callerIdNumber: "+12045550100", endpoint };
  const bridged = answer([callAndBridge(bridge)]);
  const table = createRoutingTable(routesOf(10_000));
  const context = {
    reason: { id: "reason-7" },
    locale: "en-US",
    callStarter: "skill-call" as const,
    accountIdVerified: false,
    branch: "branch-9967",
  };
  const text = JSON.stringify(routesOf(10_000));
  const request = {
    method: "POST",
    url: new URL("https://dynamodb.us-east-1.amazonaws.com/"),
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ TableName: "calls", Key: { contextId: { S: contextId } } }),
  };
  const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "secret" };
  const signing = { service: "dynamodb", region: "us-east-1", credentials };
  const bytes = Buffer.from(inviteText);
  const message = parseMessage(bytes);
  const theirs = npmSip.parse(inviteText);
  return {
    "context ID from User-to-User": () => parseUserToUser(value),
    "hash of a context ID": () => hashContextId(contextId),
    "event read": () => readEvent(event),
    "answer checked": () =>
      checkAnswer(bridged, { eventType: "NEW_INBOUND_CALL", maxAttributes: 10 }),
    "call routed by 10,000 rules": () => table.route(context),
    "10,000 rules read": () => parseRoutes(text),
    "10,000 rules filed": () => createRoutingTable(table.routes),
    "request signed": () => signedHeaders(request, { ...signing, date: new Date() }),
    "SIP message read": () => parseMessage(bytes),
    "SIP message read, npm sip": () => npmSip.parse(inviteText),
    "SIP message written": () => serializeMessage(message),
    "SIP message written, npm sip": () => npmSip.stringify(theirs),
  };
}
