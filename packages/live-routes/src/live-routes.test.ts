import { expect, test } from "@jest/globals";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { jsonLog } from "@skill-call/telemetry";
import { RouteSourceError } from "./errors.ts";
import {
  LiveRoutes,
  type RoutesNotTakenOver,
  readyWithinMs,
  refreshAfterMs,
} from "./live-routes.ts";
import { openRoutes } from "./open-routes.ts";
import type { RouteSource, SourcedDocument } from "./route-source.ts";
import { fixedRoutes } from "./routes-in-use.ts";
import { billing, documentTo, service } from "./testing/sample-documents.ts";

const [deployed, first, second] = ["+12045550100", "+12045550101", "+12045550102"] as const;
const bad = '{"rules":[{"when":null,"to":[]}],"otherwise":[]}';

type Answer = (known: string | undefined, signal: AbortSignal) => Promise<SourcedDocument | "same">;

/** A process that routes, its clock, and the source that it looks at. */
class Process {
  readonly clock = new ManualClock();
  readonly logged: Record<string, unknown>[] = [];
  readonly told: RoutesNotTakenOver["cause"][] = [];
  looks = 0;
  readonly routes: LiveRoutes;
  #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
    const source: RouteSource = {
      read: (known, signal) => {
        this.looks += 1;
        return this.#answer(known, signal);
      },
    };
    this.routes = new LiveRoutes({
      deployed: fixedRoutes(openRoutes(documentTo(deployed), service)),
      source,
      open: (text) => openRoutes(text, service),
      clock: this.clock,
      log: jsonLog((line) => this.logged.push(JSON.parse(line))),
      measure: ({ cause }) => this.told.push(cause),
    });
  }

  /** Goes on until the look that is under way has ended. */
  async settled(): Promise<this> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    return this;
  }

  /** A call comes when the last look is old; the source says something else by now. */
  async later(answer: Answer, ms = refreshAfterMs): Promise<this> {
    this.#answer = answer;
    this.clock.advance(ms);
    this.routes.refresh();
    return this.settled();
  }

  get number(): unknown {
    const [destination] = this.routes.route(billing).destinations;
    return destination && "number" in destination ? destination.number : undefined;
  }

  get messages(): unknown[] {
    return this.logged.map(({ message }) => message);
  }
}

/** A source that has this document. */
const having =
  (text: string, version = text): Answer =>
  async (known) =>
    known === version ? "same" : { version, text };

const failing =
  (error: Error): Answer =>
  async () => {
    throw error;
  };

const forbidden = failing(new RouteSourceError("refused", 403));
const hangs: Answer = () => new Promise(() => {});

test("the first look takes the source's document over; until then the deployed one serves", async () => {
  const one = new Process(having(documentTo(first, "2026-11-29")));
  expect(one.number).toBe(deployed);
  await one.settled();
  expect(one.number).toBe(first);
  expect(one.logged).toMatchObject([
    { level: "info", message: "routes.taken-over", version: "2026-11-29" },
  ]);
  expect(one.told).toEqual([]);
});

test("a source with what was deployed is no news", async () => {
  const one = await new Process(having(documentTo(deployed))).settled();
  expect(one.number).toBe(deployed);
  expect(one.logged).toEqual([]);
});

test("nobody looks before the last look is old, and one look is under way at most", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  await one.later(hangs, refreshAfterMs - 1);
  expect(one.looks).toBe(1);
  await one.later(hangs, 1);
  one.routes.refresh();
  expect(one.looks).toBe(2);
});

test("a newer document is for new calls; one that is on goes on in its own", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  const { rule, document } = one.routes.route(billing);
  await one.later(having(documentTo(second)));
  expect(one.number).toBe(second);
  expect(one.routes.knows(document)).toBe(true);
  expect(one.routes.destinationsOf(rule, document)).toEqual([{ type: "pstn", number: first }]);
});

test("a document of another process is not known, and one without a name is any", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  expect(one.routes.knows("AbCdEf12")).toBe(false);
  expect(one.routes.destinationsOf(0, "AbCdEf12")).toEqual([]);
  expect(one.routes.knows(undefined)).toBe(true);
  expect(one.routes.destinationsOf(0, undefined)).toEqual([{ type: "pstn", number: first }]);
});

test("of many documents those of calls that may be on are kept, and the deployed one", async () => {
  const one = await new Process(having(documentTo(deployed))).settled();
  const names = [one.routes.route(billing).document];
  for (let digit = 1; digit <= 6; digit += 1) {
    await one.later(having(documentTo(`+1204555011${digit}`)));
    names.push(one.routes.route(billing).document);
  }
  expect(names.map((name) => one.routes.knows(name))).toEqual([
    true,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});

test("a document that is put back is taken over like any other", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  await one.later(having(documentTo(second)));
  await one.later(having(documentTo(first)));
  expect(one.number).toBe(first);
  expect(one.messages).toEqual(["routes.taken-over", "routes.taken-over", "routes.taken-over"]);
});

test("a broken document leaves the one before, is told of once, and counted as long as it stands there", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  await one.later(having(bad));
  await one.later(having(bad));
  expect(one.number).toBe(first);
  expect(one.told).toEqual(["mistakes", "mistakes"]);
  expect(one.logged.slice(1)).toEqual([
    {
      level: "error",
      message: "routes.refused",
      error: "call-routing.routes",
      mistakes: 3,
      at: ["rules[0].when", "rules[0].to", "otherwise"],
    },
  ]);
  await one.later(having(documentTo(second)));
  expect(one.number).toBe(second);
  expect(one.told).toHaveLength(2);
});

test("a line about a broken document holds no number", async () => {
  const one = await new Process(having(documentTo("2045550177"))).settled();
  expect(one.number).toBe(deployed);
  expect(JSON.stringify(one.logged)).not.toMatch(/204555/);
});

test("a source that cannot be read at first is counted at once: the deployed document serves", async () => {
  const one = await new Process(forbidden).settled();
  expect(one.number).toBe(deployed);
  expect(one.logged).toEqual([
    {
      level: "warn",
      message: "routes.not-read",
      error: "live-routes.source",
      problem: "refused",
      status: 403,
    },
  ]);
  expect(one.told).toEqual(["unread"]);
});

test("later it is counted from the third time in a row on, and the document before it serves", async () => {
  const one = await new Process(having(documentTo(first))).settled();
  const reset = failing(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }));
  for (const answer of [forbidden, reset]) await one.later(answer);
  expect(one.told).toEqual([]);
  await one.later(forbidden);
  expect(one.told).toEqual(["unread"]);
  await one.later(having(documentTo(first)));
  await one.later(forbidden);
  expect(one.told).toEqual(["unread"]);
  expect(one.number).toBe(first);
});

test("a source that hangs is given up, and asked again when the look is old", async () => {
  let heard: AbortSignal | undefined;
  const one = new Process((_, signal) => {
    heard = signal;
    return new Promise(() => {});
  });
  one.clock.advance(2_000);
  await one.settled();
  expect(heard?.aborted).toBe(true);
  expect(one.logged).toMatchObject([{ error: "live-routes.source", problem: "out-of-time" }]);
  await one.later(having(documentTo(first)));
  expect(one.number).toBe(first);
});

test("a look that stopped with the process says nothing of the source, and the next call looks again", async () => {
  const one = new Process(hangs);
  // AWS Lambda stops a process between two invocations, and its timers fire when it goes on.
  const frozen = one.clock.monotonic.bind(one.clock);
  one.clock.monotonic = () => frozen() + 60_000;
  one.clock.advance(2_000);
  await one.settled();
  expect([one.logged, one.told]).toEqual([[], []]);
  await one.later(having(documentTo(first)), 0);
  expect(one.number).toBe(first);
});

test("the first call waits for the first look", async () => {
  let answer = (_: SourcedDocument) => {};
  const one = new Process(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  let isReady = false;
  const ready = one.routes.ready().then(() => {
    isReady = true;
  });
  await one.settled();
  expect(isReady).toBe(false);
  answer({ version: "1", text: documentTo(first) });
  await ready;
  expect(one.number).toBe(first);
  expect(one.clock.waiting).toBe(0);
});

test("it waits no longer than the process is young, and by the deployed document then", async () => {
  const one = new Process(hangs);
  const ready = one.routes.ready();
  one.clock.advance(readyWithinMs);
  await ready;
  expect(one.number).toBe(deployed);
  await one.routes.ready();
});

test("a look that failed is waited for no more", async () => {
  const one = await new Process(forbidden).settled();
  await one.routes.ready();
  await one.later(hangs);
  await one.routes.ready();
});
