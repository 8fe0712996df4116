import { expect, test } from "@jest/globals";
import { type SpokenLine, spokenLine } from "./spoken-line.ts";

test.each<[string, SpokenLine]>([
  ["open example support", { kind: "utterance", text: "open example support" }],
  ["  yes ", { kind: "utterance", text: "yes" }],
  ["", { kind: "silence" }],
  ["/silence", { kind: "silence" }],
  ["/fault callee-busy", { kind: "fault", name: "callee-busy" }],
  ["/fault", { kind: "fault", name: "list" }],
  ["/help", { kind: "help" }],
  ["/quit", { kind: "quit" }],
  ["/hang up", { kind: "unknown", command: "hang" }],
  ["/", { kind: "unknown", command: "" }],
])("%j is %j", (line, spoken) => {
  expect(spokenLine(line)).toEqual(spoken);
});
