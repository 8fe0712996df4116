import { expect, test } from "@jest/globals";
import { createUserAgent, parseMessage, SipParseError, serializeMessage } from "../src/index.ts";
import { manualClock } from "./support/manual-clock.ts";
import { MemoryNetwork } from "./support/memory-network.ts";
import { applicationMessages } from "./torture/application-messages.ts";
import { invalidMessages } from "./torture/invalid-messages.ts";
import { longMessage } from "./torture/long-message.ts";
import { onTheWire } from "./torture/torture-message.ts";
import { validMessages } from "./torture/valid-messages.ts";

const messages = [...validMessages, longMessage, ...invalidMessages, ...applicationMessages];
const read = messages.filter(({ reads }) => reads);
const refused = messages.filter(({ reads }) => !reads);

test.each(read)("$name (RFC 4475 §$section) is read", ({ text }) => {
  expect(() => parseMessage(onTheWire(text))).not.toThrow();
});

test.each(read)("$name reads the same after it was written", ({ text }) => {
  const written = serializeMessage(parseMessage(onTheWire(text)));
  expect(serializeMessage(parseMessage(written)).toString()).toBe(written.toString());
});

test.each(refused)("$name (RFC 4475 §$section) is refused by the parser", ({ text }) => {
  expect(() => parseMessage(onTheWire(text))).toThrow(SipParseError);
});

test.each(messages)("a user agent answers $name with $answer", async ({ text, answer }) => {
  expect(await finalAnswers(onTheWire(text))).toEqual(answer === undefined ? [] : [answer]);
});

test("the folded, oddly cased INVITE is understood to the last parameter", () => {
  const wsinv = messages.find(({ name }) => name === "wsinv")?.text ?? "";
  const message = parseMessage(onTheWire(wsinv));
  expect(message).toMatchObject({
    method: "INVITE",
    sequence: 9,
    maxForwards: 68,
    from: { displayName: 'J Rosenberg \\"', params: [{ name: "tag", value: "98asjd8" }] },
    to: { params: [{ name: "tag", value: "1918181833n" }] },
    via: { transport: "UDP", host: "192.0.2.2" },
    earlierVias: [
      { transport: "TCP", host: "spindle.example.com" },
      { transport: "UDP", host: "192.168.255.111" },
    ],
    contact: { displayName: 'Quoted string ""' },
  });
  expect(message.headers.get("Subject")).toBe("");
  expect(message.headers.get("newfangledheader")).toBe(
    "newfangled value continued newfangled value",
  );
  expect([...message.headers].map(({ name }) => name).slice(0, 3)).toEqual([
    "TO",
    "from",
    "MaX-fOrWaRdS",
  ]);
});

test("the 420 names both extensions that nobody knows", async () => {
  const bext01 = messages.find(({ name }) => name === "bext01")?.text ?? "";
  const [response = ""] = await responsesTo(onTheWire(bext01));
  expect(response).toContain("\r\nUnsupported: nothingSupportsThis, nothingSupportsThisEither\r\n");
});

async function finalAnswers(bytes: Buffer): Promise<number[]> {
  const statuses = (await responsesTo(bytes)).map((text) => Number(text.slice(8, 11)));
  return statuses.filter((status) => status >= 200);
}

/** What a user agent says within a moment; it declines every call that reaches its program. */
async function responsesTo(bytes: Buffer): Promise<string[]> {
  const clock = manualClock();
  const network = new MemoryNetwork(clock);
  const transports = [network.transport(5999)] as const;
  createUserAgent({ transports, clock, onInvite: (call) => void call.reject(603) });
  network.carry(bytes, 5060, 5999);
  await clock.advance(100);
  return network.passages.filter(({ from }) => from === 5999).map(({ text }) => text);
}
