import { expect, test } from "@jest/globals";
import { AudioPlayer, readAudioDirective } from "./audio-player.ts";

function play(token: string, playBehavior = "REPLACE_ALL", offsetInMilliseconds = 0) {
  const stream = { url: "https://example.com/a.mp3", token, offsetInMilliseconds };
  return { type: "AudioPlayer.Play", playBehavior, audioItem: { stream } };
}

function playerAfter(...steps: (object | string)[]) {
  const player = new AudioPlayer();
  for (const step of steps) {
    if (typeof step === "string") {
      player.happened(step);
      continue;
    }
    const read = readAudioDirective(step);
    if ("problem" in read) throw new Error(read.problem);
    player.carryOut(read.directive);
  }
  return player.state;
}

const finished = "AudioPlayer.PlaybackFinished";

test.each([
  ["nothing", [], { playerActivity: "IDLE" }],
  ["a stream", [play("a", "REPLACE_ALL", 50)], playing("a", 50)],
  ["one in place of another", [play("a"), play("b")], playing("b")],
  ["one after another", [play("a"), play("b", "ENQUEUE")], playing("a")],
  ["the next", [play("a"), play("b", "ENQUEUE"), finished], playing("b")],
  [
    "only the last of those to come",
    [play("a"), play("b", "ENQUEUE"), play("c", "REPLACE_ENQUEUED"), finished],
    playing("c"),
  ],
  ["the end", [play("a"), finished], { ...playing("a"), playerActivity: "FINISHED" }],
  ["a stop", [play("a"), { type: "AudioPlayer.Stop" }], stopped("a")],
  [
    "a cleared queue",
    [
      play("a"),
      play("b", "ENQUEUE"),
      { type: "AudioPlayer.ClearQueue", clearBehavior: "CLEAR_ENQUEUED" },
      finished,
    ],
    { ...playing("a"), playerActivity: "FINISHED" },
  ],
  [
    "everything cleared",
    [play("a"), { type: "AudioPlayer.ClearQueue", clearBehavior: "CLEAR_ALL" }],
    stopped("a"),
  ],
] as const)("%s is told of the player", (_, steps, state) => {
  expect(playerAfter(...steps)).toEqual(state);
});

function playing(token: string, offsetInMilliseconds = 0) {
  return { playerActivity: "PLAYING", token, offsetInMilliseconds };
}

function stopped(token: string) {
  return { ...playing(token), playerActivity: "STOPPED" };
}

test.each([
  ["an address without TLS", { url: "http://example.com/a.mp3" }, /url.*is not HTTPS/],
  ["no token", { token: undefined }, /token/],
  ["half a millisecond", { offsetInMilliseconds: 0.5 }, /offsetInMilliseconds/],
])("a stream with %s is refused", (_, wrong, problem) => {
  const { audioItem, ...directive } = play("a");
  const stream = { ...audioItem.stream, ...wrong };
  expect(readAudioDirective({ ...directive, audioItem: { stream } })).toEqual({
    problem: expect.stringMatching(problem),
  });
});
