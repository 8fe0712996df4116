import { expect, test } from "@jest/globals";
import { SipParseError } from "../errors.ts";
import { formatVia, parseVias, stampVia, uniqueBranch, type Via } from "./via.ts";

function via(text: string): Via {
  const [first] = parseVias([text]);
  if (!first) throw new Error("no Via");
  return first;
}

test("hops come in the order they are listed, over all lines", () => {
  const vias = parseVias(["SIP/2.0/UDP a;branch=1, SIP / 2.0 / tcp b:5061", "SIP/2.0/TLS [::1]"]);
  expect(vias).toMatchObject([
    { transport: "UDP", host: "a" },
    { transport: "TCP", host: "b", port: 5061 },
    { transport: "TLS", host: "[::1]" },
  ]);
});

test("a sender that names another host is told where it was seen", () => {
  const stamped = stampVia(via("SIP/2.0/UDP phone.local:5070;branch=z9hG4bKx"), {
    address: "192.0.2.7",
    port: 40_000,
  });
  expect(formatVia(stamped)).toBe(
    "SIP/2.0/UDP phone.local:5070;branch=z9hG4bKx;received=192.0.2.7",
  );
});

test("a sender that asks for its port is told address and port", () => {
  const stamped = stampVia(via("SIP/2.0/UDP 192.0.2.7:5070;rport;branch=z9hG4bKx"), {
    address: "192.0.2.7",
    port: 40_000,
  });
  expect(formatVia(stamped)).toBe(
    "SIP/2.0/UDP 192.0.2.7:5070;branch=z9hG4bKx;received=192.0.2.7;rport=40000",
  );
});

test("a sender that is where it says gets its Via back as it was", () => {
  const unstamped = via("SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx");
  expect(stampVia(unstamped, { address: "192.0.2.7", port: 5060 })).toBe(unstamped);
});

test.each([
  ["z9hG4bKx", "z9hG4bKx"],
  ["z9hG4bK", undefined],
  ["390skdjuw", undefined],
])("branch %s names its transaction as %s", (branch, unique) => {
  expect(uniqueBranch(via(`SIP/2.0/UDP a;branch=${branch}`))).toBe(unique);
});

test.each(["", "SIP/2.0/UDP", "SIP/2.0 a", "SIP/2.0/UDP a:99999", "SIP/2.0/UDP a;;", "HTTP/1.1 a"])(
  "%j is no hop",
  (text) => {
    expect(() => parseVias([text])).toThrow(SipParseError);
  },
);
