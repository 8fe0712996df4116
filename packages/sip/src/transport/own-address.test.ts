import { expect, test } from "@jest/globals";
import { type Interfaces, mapped, ownAddressTowards, unmapped } from "./own-address.ts";

const address = (family: "IPv4" | "IPv6", cidr: string, internal = false) => ({
  ...{ address: cidr.split("/")[0] ?? "", cidr, internal, netmask: "", mac: "", scopeid: 0 },
  family,
});
const interfaces = {
  lo: [address("IPv4", "127.0.0.1/8", true), address("IPv6", "::1/128", true)],
  eth0: [
    address("IPv4", "192.168.1.20/24"),
    address("IPv6", "fe80::1/64"),
    address("IPv6", "2001:db8::20/64"),
  ],
  docker0: [address("IPv4", "172.17.0.1/16")],
} as Interfaces;

test.each([
  ["127.0.0.1", "0.0.0.0", "127.0.0.1"],
  ["127.0.1.1", "0.0.0.0", "127.0.0.1"],
  ["172.17.0.2", "0.0.0.0", "172.17.0.1"],
  ["192.168.1.7", "0.0.0.0", "192.168.1.20"],
  ["203.0.113.9", "0.0.0.0", "192.168.1.20"],
  ["sbc.example.com", "0.0.0.0", "192.168.1.20"],
  ["localhost", "0.0.0.0", "127.0.0.1"],
  ["::1", "::", "::1"],
  ["2001:db8::99", "::", "2001:db8::20"],
  ["2001:db8:1::99", "::", "2001:db8::20"],
  ["172.17.0.9", "::", "172.17.0.1"],
  ["localhost", "::", "::1"],
])("a peer at %s sends to us, who listen on %s, at %s", (peer, wildcard, own) => {
  expect(ownAddressTowards(peer, wildcard, interfaces)).toBe(own);
});

test("a machine without a network has its loopback", () => {
  expect(ownAddressTowards("203.0.113.9", "0.0.0.0", {})).toBe("127.0.0.1");
});

test("an IPv4 peer of a socket for both families has two names", () => {
  expect(unmapped("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(unmapped("2001:db8::1")).toBe("2001:db8::1");
  expect(mapped("192.0.2.1", "::")).toBe("::ffff:192.0.2.1");
  expect(mapped("192.0.2.1", "0.0.0.0")).toBe("192.0.2.1");
  expect(mapped("2001:db8::1", "::")).toBe("2001:db8::1");
});
