import { expect, test } from "@jest/globals";
import { type TypedLine, typedLine } from "./typed-line.ts";

test.each<[string, TypedLine]>([
  ["open states quiz", { kind: "utterance", text: "open states quiz" }],
  ["  ", { kind: "silence" }],
  ["/silence", { kind: "silence" }],
  ["/event SkillDisabled", { kind: "event", name: "SkillDisabled" }],
  ['/event SkillEnabled {"a": 1}', { kind: "event", name: "SkillEnabled", body: { a: 1 } }],
  ["/event SkillEnabled {", { kind: "mistake", message: "What follows SkillEnabled is not JSON." }],
  ["/playback PlaybackFinished", { kind: "playback", type: "AudioPlayer.PlaybackFinished" }],
  [
    "/playback NextCommandIssued",
    { kind: "playback", type: "PlaybackController.NextCommandIssued" },
  ],
  [
    "/playback AudioPlayer.PlaybackFailed",
    { kind: "playback", type: "AudioPlayer.PlaybackFailed" },
  ],
  ["/touch item 2", { kind: "touch", args: ["item", "2"] }],
  ["/request my event.json", { kind: "request", file: "my event.json" }],
  ["/fault email 500", { kind: "fault", api: "email", fault: "500" }],
  ["/grant alexa::x", { kind: "grant", scope: "alexa::x" }],
  ["/revoke alexa::x", { kind: "revoke", scope: "alexa::x" }],
  ["/fault email", mistake("Something is missing; for instance /fault email 500")],
  ["/grant", mistake("Something is missing; for instance /grant alexa::profile:email:read")],
  ["/attributes", { kind: "attributes" }],
  ["/quit", { kind: "quit" }],
  ["/dance", mistake("There is no /dance; /help shows what there is.")],
])("%j is %j", (line, typed) => {
  expect(typedLine(line)).toEqual(typed);
});

function mistake(message: string): TypedLine {
  return { kind: "mistake", message };
}
