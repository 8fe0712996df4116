import { expect, test } from "@jest/globals";
import { createUserAgent } from "../src/index.ts";
import { manualClock } from "./support/manual-clock.ts";
import { MemoryNetwork } from "./support/memory-network.ts";

/** The answer of one fork to the INVITE that passed first. */
function answerOf(fork: string, invite: string): string {
  const header = (name: string) => new RegExp(`^${name}: .*`, "m").exec(invite)?.[0];
  const copied = ["Via", "From", "Call-ID", "CSeq"].map(header).join("\r\n");
  return `SIP/2.0 200 OK\r\n${copied}\r\nTo: <sip:bob@x>;tag=${fork}\r\nContact: <sip:${fork}@192.0.2.1:5060>\r\nContent-Length: 0\r\n\r\n`;
}

test("the first fork to answer is the call; others are acknowledged and hung up", async () => {
  const clock = manualClock();
  const network = new MemoryNetwork(clock);
  const caller = createUserAgent({
    transports: [network.transport(5061)],
    clock,
    onInvite: () => {},
  });
  const call = caller.invite({ target: "sip:bob@192.0.2.1:5060", from: "sip:alice@x" });
  let answers = 0;
  call.on("answered", (answer) => {
    answers += 1;
    answer.acknowledge();
  });
  const invite = network.passages[0]?.text ?? "";
  for (const fork of ["one", "two", "two", "one"]) {
    network.carry(Buffer.from(answerOf(fork, invite)), 5060, 5061);
  }
  await clock.advance(10);
  const sent = network.passages
    .filter(({ from }) => from === 5061)
    .map(({ text }) => text.split("\r\n")[0]);
  expect(answers).toBe(1);
  expect(sent).toEqual([
    "INVITE sip:bob@192.0.2.1:5060 SIP/2.0",
    "ACK sip:one@192.0.2.1:5060 SIP/2.0",
    "ACK sip:two@192.0.2.1:5060 SIP/2.0",
    "BYE sip:two@192.0.2.1:5060 SIP/2.0",
    "ACK sip:two@192.0.2.1:5060 SIP/2.0",
    "ACK sip:one@192.0.2.1:5060 SIP/2.0",
  ]);
  expect(caller.live().calls).toBe(1);
});
