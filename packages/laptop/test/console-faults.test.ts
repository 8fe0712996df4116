import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  CallRecords,
  type ConsoleApp,
  createConsoleApp,
  type LaptopSetup,
} from "@skill-call/call-console";
import { sampleCase } from "../src/calls/sample-cases.ts";
import { laptopRoutes } from "../src/console/laptop-routes.ts";
import { LaptopSession } from "../src/console/laptop-session.ts";
import { laptopSetup } from "../src/console/laptop-setup.ts";
import { SessionRecorder } from "../src/console/session-recorder.ts";
import { createLaptop } from "../src/create-laptop.ts";
import type { Laptop } from "../src/laptop.ts";
import { readOwnForm } from "../src/skill-folder/read-skill-folder.ts";
import type { LaptopTraceEvent } from "../src/story/laptop-trace.ts";

const form = readOwnForm();
const setup: LaptopSetup = laptopSetup(form);
/** So that no answer is late on a busy machine; what hangs takes so much longer. */
const timesSlower = 5;
const reasonOfMeetings = "technical-support";

/** A console as the page sees it: what it is asked for, and how its calls end. */
interface Console {
  readonly app: ConsoleApp;
  readonly records: CallRecords;
  readonly laptop: Laptop;
}

async function openConsole(): Promise<Console> {
  const records = new CallRecords();
  const recorder = new SessionRecorder(records);
  const onStep = (event: LaptopTraceEvent) => recorder.add(event);
  const laptop = await createLaptop({ ringMs: 0, timesSlower, onStep });
  const session = new LaptopSession({ laptop, form, recorder, talkMs: 0 });
  const agentPage = { linksTo: () => ({ frame: "", window: "" }) };
  const routes = laptopRoutes({ session, agentPage, locales: ["en-US"] });
  const app = createConsoleApp({ setup, sources: [records], routes, pageFile: (name) => name });
  return { app, records, laptop };
}

/** Asks as the page would; the answer's status, and what it says of a refusal. */
async function ask({ app }: Console, method: string, path: string, body: unknown) {
  const response = await app.request(`http://127.0.0.1/api${path}`, {
    method,
    headers: {
      host: "127.0.0.1",
      origin: "http://127.0.0.1",
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  return { status: response.status, answer };
}

function nextOutcome({ records }: Console): Promise<string> {
  return new Promise((resolve) => {
    const stop = records.listen((change) => {
      if (change.type !== "outcome") return;
      stop();
      resolve(change.outcome);
    });
  });
}

const [caller] = setup.locales;

async function straightCall(console: Console, fault: string): Promise<string> {
  const ended = nextOutcome(console);
  const reason = { id: fault.startsWith("meetings-") ? reasonOfMeetings : "billing" };
  expect(await ask(console, "PUT", "/faults", { names: [fault] })).toMatchObject({ status: 204 });
  const call = { ...caller, name: "Ana", fields: { accountId: "AB1234" }, reason };
  expect(await ask(console, "POST", "/call", call)).toMatchObject({ status: 204 });
  return ended;
}

/** As far as the caller gets; a call that comes of it is over when this resolves. */
async function conversation(console: Console, fault: string): Promise<string | undefined> {
  const owner = { ...caller, numberGranted: true, callingEnabled: true };
  expect(await ask(console, "POST", "/conversation", owner)).toMatchObject({ status: 204 });
  expect(await ask(console, "PUT", "/faults", { names: [fault] })).toMatchObject({ status: 204 });
  for (const text of sampleCase(1, "en-US").says) {
    const ended = nextOutcome(console);
    const { status, answer } = await ask(console, "POST", "/utterance", { text });
    expect({ text, status }).toEqual({ text, status: 200 });
    if ((answer as { readonly calls: boolean }).calls) return ended;
  }
  return undefined;
}

/** Faults wait more than they work: so many consoles at a time keep two processors busy. */
const consolesAtOnce = 4;
const outcomes = new Map<string, unknown>();
const offered = setup.faults.flatMap(({ name, in: places }) =>
  places.map((place) => [place, name] as const),
);

beforeAll(async () => {
  const consoles = await Promise.all(Array.from({ length: consolesAtOnce }, openConsole));
  const waiting = [...offered];
  await Promise.all(
    consoles.map(async (console) => {
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [place, fault] = next;
          const run = place === "call" ? straightCall : conversation;
          // What went wrong is the fault's own test's to say.
          const outcome = run(console, fault).catch((error: unknown) => error);
          outcomes.set(`${place} ${fault}`, await outcome);
        }
      } finally {
        await console.laptop.close();
      }
    }),
  );
});

test.each(offered)("a %s with %s ticked is no mistake of ours", (place, fault) => {
  const outcome = outcomes.get(`${place} ${fault}`);
  if (outcome instanceof Error) throw outcome;
  if (place === "call")
    expect(outcome).toMatch(
      /^(Connected|Not connected: the caller heard|Refused|The caller hung up)/,
    );
  else expect(outcome ?? "no call came of it").not.toMatch(/nothing|broken off/);
});

let console: Console;
beforeAll(async () => {
  console = await openConsole();
});
afterAll(() => console.laptop.close());

test("what the call form asks is offered, with its labels", () => {
  expect(setup.reasons).toEqual(form.reasons);
  expect(setup.fields).toEqual([
    { id: "accountId", label: "Account ID", sensitive: false, choices: [] },
  ]);
});

test.each([
  [{ reason: { id: "nonsense" } }, 'There is no reason "nonsense". The reasons are billing, '],
  [{ fields: { plan: "gold" } }, 'The call form has no field "plan".'],
  [{ fields: { accountId: "?" } }, 'accountId (Account ID) cannot be "?"'],
])("a straight call with %j is refused in the form's words", async (wrong, message) => {
  const call = { ...caller, name: "Ana", reason: { id: "billing" }, ...wrong };
  expect(await ask(console, "POST", "/call", call)).toEqual({
    status: 400,
    answer: { message: expect.stringContaining(message) },
  });
});
