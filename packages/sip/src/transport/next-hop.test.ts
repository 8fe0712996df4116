import { expect, test } from "@jest/globals";
import { parseUri } from "../message/uri.ts";
import { knownPeer, lookUpPeer, nextHop } from "./next-hop.ts";

test.each([
  ["sip:bob@192.0.2.1", { host: "192.0.2.1", port: 5060 }],
  ["sip:192.0.2.1:5070;transport=tcp", { protocol: "TCP", host: "192.0.2.1", port: 5070 }],
  ["sip:bob@x;TRANSPORT=udp", { protocol: "UDP", host: "x", port: 5060 }],
  ["sip:bob@x;maddr=192.0.2.9", { host: "192.0.2.9", port: 5060 }],
  ["sip:bob@x;transport=TLS", { protocol: "TLS", host: "x", port: 5061 }],
  ["sips:bob@x", { protocol: "TLS", host: "x", port: 5061 }],
  ["sips:bob@x:5071;transport=tcp", { protocol: "TLS", host: "x", port: 5071 }],
  ["sip:bob@[2001:db8::1]:5062", { host: "2001:db8::1", port: 5062 }],
])("%s leads to %j", (uri, hop) => {
  expect(nextHop(parseUri(uri))).toEqual(hop);
});

test.each(["sip:bob@x;transport=ws", "sip:bob@x;transport=sctp", "tel:+16073331111", "http://x"])(
  "%s leads nowhere that we can go",
  (uri) => {
    expect(nextHop(parseUri(uri))).toBeUndefined();
  },
);

test("an address is known at once, a name is looked up in the family of the socket", async () => {
  const hop = { host: "localhost", port: 5060 };
  expect(knownPeer({ host: "192.0.2.1", port: 5060 })).toEqual({
    address: "192.0.2.1",
    port: 5060,
  });
  expect(knownPeer(hop)).toBeUndefined();
  expect(await lookUpPeer(hop, "127.0.0.1")).toEqual({
    address: "127.0.0.1",
    port: 5060,
    name: "localhost",
  });
});
