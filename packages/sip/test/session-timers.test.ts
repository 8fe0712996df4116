import { expect, test } from "@jest/globals";
import type { InboundCall } from "../src/index.ts";
import { sdpBody } from "../src/index.ts";
import { RawPeer, rawRequest, toTagOf } from "./support/raw-peer.ts";

const answers = (call: InboundCall) => void call.answer({ body: sdpBody("answer") });
const knowsTimers = "Supported: 100rel, timer\n";

/** A call that is up; what was asked of the answer. */
async function up(extra: string) {
  const ended: string[] = [];
  const peer = new RawPeer((call) => {
    answers(call);
    call.on("ended", ({ by, cause }) => ended.push(`${by} ${cause}`));
    call.on("reinvite", (reinvite) => void reinvite.answer({ body: sdpBody("answer") }));
  });
  await peer.say(rawRequest({ method: "INVITE", extra }));
  const ok = peer.latest;
  const toTag = toTagOf(ok);
  await peer.say(rawRequest({ method: "ACK", branch: "a", toTag }));
  const seen = peer.network.passages.length;
  /** What we sent since, without copies. */
  const sent = () => [
    ...new Set(
      peer.network
        .story()
        .slice(seen)
        .filter((line) => line.startsWith("5060"))
        .map((line) => line.slice(5)),
    ),
  ];
  return { peer, ok, toTag, ended, sent };
}

const line = (message: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, "m").exec(message)?.[1]?.trim();

test.each([
  ["Session-Expires: 1800\n", knowsTimers, "1800;refresher=uac", "timer"],
  ["Session-Expires: 1800;refresher=uac\n", knowsTimers, "1800;refresher=uac", "timer"],
  ["x: 90 ; refresher = UAS\n", knowsTimers, "90;refresher=uas", "timer"],
  ["Session-Expires: 1800\n", "Require: timer\n", "1800;refresher=uac", "timer"],
  ["Session-Expires: 1800;refresher=uac\n", "", "1800;refresher=uas", undefined],
  ["Session-Expires: 30\n", "", "90;refresher=uas", undefined],
  ["", knowsTimers, undefined, undefined],
  ["Session-Expires: soon\n", knowsTimers, undefined, undefined],
])("%j with %j is answered %s", async (expires, supported, answered, required) => {
  const { ok } = await up(expires + supported);
  expect(ok).toMatch(/^SIP\/2\.0 200 /);
  expect(line(ok, "Session-Expires")).toBe(answered);
  expect(line(ok, "Require")).toBe(required);
  expect(line(ok, "Supported")).toBe("timer");
});

test("an interval that is too short is refused with the shortest there is", async () => {
  const peer = new RawPeer(answers);
  const extra = `${knowsTimers}Session-Expires: 60\n`;
  const answer = await peer.say(rawRequest({ method: "INVITE", extra }));
  expect(answer.at(-1)).toBe("422 INVITE");
  expect(line(peer.latest, "Min-SE")).toBe("90");
});

test("a peer that does not refresh its session is hung up on", async () => {
  const { peer, ended, sent } = await up(`${knowsTimers}Session-Expires: 90\n`);
  await peer.clock.advance(59_000);
  expect(sent()).toEqual([]);
  await peer.clock.advance(2000);
  expect(sent()).toEqual(["BYE"]);
  expect(ended).toEqual(["peer gone"]);
});

test.each(["UPDATE", "INVITE"])(
  "a peer that refreshes its session by %s keeps it",
  async (method) => {
    const expires = "Session-Expires: 90;refresher=uac\n";
    const { peer, toTag, ended } = await up(`${knowsTimers}${expires}`);
    for (let sequence = 2; sequence < 6; sequence += 1) {
      await peer.clock.advance(45_000);
      const branch = `r${sequence}`;
      const extra = `${knowsTimers}${expires}`;
      const answer = await peer.say(rawRequest({ method, sequence, branch, toTag, extra }));
      expect(answer.at(-1)).toBe(`200 ${method}`);
      expect(line(peer.latest, "Session-Expires")).toBe("90;refresher=uac");
      if (method === "INVITE") {
        await peer.say(rawRequest({ method: "ACK", sequence, branch: `a${sequence}`, toTag }));
      }
    }
    expect(ended).toEqual([]);
    await peer.clock.advance(61_000);
    expect(ended).toEqual(["peer gone"]);
  },
);

test.each([
  ["Allow: INVITE, UPDATE\n", "UPDATE"],
  ["", "INVITE"],
])(
  "a session that is ours to refresh is refreshed at half time (%j: by %s)",
  async (allow, method) => {
    const expires = "Session-Expires: 90;refresher=uas\n";
    const { peer, sent } = await up(`${knowsTimers}${expires}${allow}`);
    await peer.clock.advance(44_000);
    expect(sent()).toEqual([]);
    await peer.clock.advance(1500);
    expect(sent()).toEqual([method]);
    expect(line(peer.latest, "Session-Expires")).toBe("90;refresher=uac");
    if (method === "INVITE") expect(peer.latest).toMatch(/\r\n\r\nanswer$/);
  },
);

test("nobody who asks for no timer gets one", async () => {
  const { peer, sent } = await up(knowsTimers);
  await peer.clock.advance(24 * 3_600_000);
  expect(sent()).toEqual([]);
});

test("an UPDATE with another session is for whoever is on the call", async () => {
  const { peer, toTag } = await up("");
  const update = rawRequest({ method: "UPDATE", sequence: 2, branch: "u", toTag }).replace(
    "Content-Length: 0\n\n",
    "Content-Type: application/sdp\nContent-Length: 3\n\nnew",
  );
  expect(await peer.say(update)).toEqual(["200 UPDATE"]);
  expect(peer.latest).toMatch(/\r\n\r\nanswer$/);
});
