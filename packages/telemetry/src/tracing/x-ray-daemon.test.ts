import { expect, test } from "@jest/globals";
import { XRayDaemon } from "../testing/x-ray-daemon.ts";
import { xRayDaemon } from "./x-ray-daemon.ts";

test.each([
  ["host and port", (at: string) => at],
  ["both protocols", (at: string) => `tcp:127.0.0.1:1 udp:${at}`],
  ["both protocols, the other way round", (at: string) => `udp:${at} tcp:127.0.0.1:1`],
])("an address of %s leads to the daemon", async (_, written) => {
  const daemon = await XRayDaemon.start();
  const { AWS_XRAY_DAEMON_ADDRESS: address = "" } = daemon.environment;
  xRayDaemon(written(address))({ name: "one", id: "a" });
  expect(await daemon.received("one")).toEqual([{ name: "one", id: "a" }]);
  await daemon.close();
});

test.each(["nowhere", "host:", ":2000", "tcp:127.0.0.1:2000", "127.0.0.1:port"])(
  "%s is no address",
  (address) => {
    expect(() => xRayDaemon(address)).toThrow(RangeError);
  },
);
