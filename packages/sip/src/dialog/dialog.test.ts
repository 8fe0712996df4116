import { expect, test } from "@jest/globals";
import type { SipRequest } from "../message/message.ts";
import { parseMessage } from "../message/parse-message.ts";
import { formatUri } from "../message/uri.ts";
import { type Dialog, dialogAsCallee, requestPath } from "./dialog.ts";

function invite(...extra: string[]): SipRequest {
  const lines = [
    "INVITE sip:bob@example.com SIP/2.0",
    "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1",
    'From: "Alice" <sip:alice@example.com>;tag=a1',
    "To: <sip:bob@example.com>",
    "Call-ID: 1",
    "CSeq: 7 INVITE",
    ...extra,
  ];
  const message = parseMessage(Buffer.from([...lines, "", ""].join("\r\n")));
  if (message.kind !== "request") throw new Error("no request");
  return message;
}

function path(dialog: Dialog) {
  const { uri, nextHop, routes } = requestPath(dialog);
  return { uri, nextHop: formatUri(nextHop), routes };
}

const contact = "Contact: <sip:alice@192.0.2.1:5070>";

test("the callee answers as To and speaks to From", () => {
  expect(dialogAsCallee(invite(contact), "b2")).toMatchObject({
    callId: "1",
    local: "<sip:bob@example.com>;tag=b2",
    remote: '"Alice" <sip:alice@example.com>;tag=a1',
    remoteTag: "a1",
    localSequence: 0,
    remoteSequence: 7,
  });
});

test("without proxies a request goes straight to the contact", () => {
  expect(path(dialogAsCallee(invite(contact), "b2"))).toEqual({
    uri: "sip:alice@192.0.2.1:5070",
    nextHop: "sip:alice@192.0.2.1:5070",
    routes: [],
  });
});

test("a caller without contact is sought where it calls from", () => {
  expect(path(dialogAsCallee(invite(), "b2")).uri).toBe("sip:alice@example.com");
});

test("loose routers are listed, and the first of them gets the request", () => {
  const routed = invite(contact, "Record-Route: <sip:p1.example.com;lr>, <sip:p2.example.com;lr>");
  expect(path(dialogAsCallee(routed, "b2"))).toEqual({
    uri: "sip:alice@192.0.2.1:5070",
    nextHop: "sip:p1.example.com;lr",
    routes: ["<sip:p1.example.com;lr>", "<sip:p2.example.com;lr>"],
  });
});

test("a strict router finds itself in the Request-URI and the contact at the end", () => {
  const routed = invite(contact, "Record-Route: <sip:p1.example.com>, <sip:p2.example.com;lr>");
  expect(path(dialogAsCallee(routed, "b2"))).toEqual({
    uri: "sip:p1.example.com",
    nextHop: "sip:p1.example.com",
    routes: ["<sip:p2.example.com;lr>", "<sip:alice@192.0.2.1:5070>"],
  });
});
