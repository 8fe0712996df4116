import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runConsoleCommand } from "@skill-call/call-console/testing";
import { bin, runCli } from "./run-cli.ts";

const clinic = fileURLToPath(new URL("../../../examples/clinic", import.meta.url));

interface FormCase {
  readonly title: string;
  readonly locale: string;
  readonly outcome: string;
  readonly destination: unknown;
  readonly legsLeftUp: number;
  readonly said: readonly { readonly text: string }[];
  readonly events: readonly {
    readonly label: string;
    readonly detail?: { readonly input?: { readonly Item?: Readonly<Record<string, unknown>> } };
  }[];
}

async function casesOf(...args: readonly string[]): Promise<readonly FormCase[]> {
  const { exitCode, stdout, stderr } = await runCli(["demo", "--json", "--form", ...args]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  return (JSON.parse(stdout) as { readonly cases: readonly FormCase[] }).cases;
}

/** What the console and the agent's page answer, each a part of it. */
interface Answered {
  readonly locales: readonly { readonly locale: string }[];
  readonly cases: readonly { readonly says: Readonly<Record<string, readonly string[]>> }[];
  readonly window: string;
  readonly labels: Readonly<Record<string, unknown>>;
}

function stored({ events }: FormCase): unknown {
  return events.find(({ label }) => label === "PutItem")?.detail?.input?.Item;
}

test("the clinic's callers reach its front desk in both languages", async () => {
  const cases = await casesOf(clinic);
  expect(cases).toMatchObject(
    [
      ["Oak Clinic", "en-US"],
      ["la Clinique du Chêne", "fr-CA"],
    ].map(([title, locale]) => ({
      title,
      locale,
      outcome: "connected",
      destination: { type: "pstn", to: "+12045550111" },
      legsLeftUp: 0,
    })),
  );
  for (const each of cases) {
    expect(stored(each)).toMatchObject({
      birthday: { S: "1980-05-03" },
      callBackNumber: { S: "+12045550123" },
      practice: { S: "north" },
      urgency: { S: "today" },
      reason: { M: { id: { S: "appointment" } } },
    });
  }
  expect(cases.map(({ said }) => said.at(-1)?.text)).toEqual([
    "Calling Oak Clinic about an appointment at north now.",
    "J'appelle la Clinique du Chêne pour un rendez-vous à la clinique nord.",
  ]);
});

test("through Amazon Connect they do, too", async () => {
  expect(await casesOf(clinic, "--starter", "connect")).toMatchObject([
    { locale: "en-US", outcome: "connected", legsLeftUp: 0 },
    { locale: "fr-CA", outcome: "connected", legsLeftUp: 0 },
  ]);
});

test("one talks to it in a language of its own", async () => {
  const { exitCode, stdout } = await runCli(["talk", "--form", clinic, "--locale", "fr-CA"], {
    input: "ouvre clinique du chêne\nAnaïs\nle trois mai mille neuf cent quatre-vingts\n",
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Bienvenue à la Clinique du Chêne.");
  expect(stdout).toContain("Date de naissance: 1980-05-03.");
});

test("the console plays its caller, in a language of its own, and the agent's page has its labels", async () => {
  const running = await runConsoleCommand(bin, "demo", "--open", "--form", clinic);
  const ask = async (path: string, body?: object, at = running.url): Promise<Answered> => {
    const headers = { origin: running.url, "content-type": "application/json" };
    const asked = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(at + path, body === undefined ? { headers } : asked);
    return JSON.parse((await response.text()) || "{}");
  };
  const { locales, cases } = await ask("/api/setup");
  expect(cases).toMatchObject([{ case: 1, title: "Oak Clinic" }]);
  const french = locales.find(({ locale }) => locale === "fr-CA");
  await ask("/api/conversation", { ...french, numberGranted: true, callingEnabled: true });
  const replies = [];
  for (const text of cases[0]?.says["fr-CA"] ?? [])
    replies.push(await ask("/api/utterance", { text }));
  expect(replies.at(-1)).toEqual({ sessionOpen: false, calls: true, problems: [] });
  const { window } = await ask("/api/agent-page", { contextId: "x" });
  const { labels } = await ask("/agent/settings.json", undefined, new URL(window).origin);
  expect(labels["fr-CA"]).toContainEqual(
    expect.objectContaining({ id: "birthday", label: "Date de naissance" }),
  );
  expect(await running.interrupt()).toBe(0);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "skill-call-form-"));
});
afterAll(() => rm(folder, { recursive: true }));

const everyKind = {
  company: { name: "Elm Garage", invocationName: "elm garage" },
  locales: ["es-US"],
  fields: [
    { id: "callerName", kind: "name" },
    { id: "card", kind: "account-id", required: true, check: { length: 8, luhn: true } },
    { id: "visit", kind: "date", required: true, check: { in: "future" } },
    { id: "wheels", kind: "number", required: true, check: { min: 4 } },
    { id: "plate", kind: "account-id", check: { pattern: "Q.*" } },
    { id: "urgent", kind: "yes-no", required: true },
    { id: "noise", kind: "words", required: true },
    { id: "reason", kind: "reason" },
  ],
  reasons: ["repair"],
};
const words = {
  reasons: { repair: { name: "reparación" } },
  fields: {
    card: { called: ["la tarjeta"] },
    visit: { called: ["la fecha de la visita"] },
    wheels: { called: ["el número de ruedas"] },
    plate: { called: ["la placa"] },
    urgent: { called: ["la urgencia"], ask: "¿Es urgente?" },
    noise: { called: ["el ruido"] },
  },
};

async function write(form: object, words: object): Promise<void> {
  const routes = { rules: [], otherwise: [{ type: "pstn", number: "+12045550110" }] };
  await writeFile(join(folder, "call-form.json"), JSON.stringify(form));
  await mkdir(join(folder, "words"), { recursive: true });
  await writeFile(join(folder, "words", "es-US.json"), JSON.stringify(words));
  await writeFile(join(folder, "routes.json"), JSON.stringify(routes));
}

test("a caller finds an answer for every kind of field", async () => {
  await write(everyKind, words);
  const [only] = await casesOf(folder);
  expect(only).toMatchObject({ outcome: "connected", destination: { to: "+12045550110" } });
  expect(stored(only as FormCase)).toMatchObject({
    callerName: { S: "Ana" },
    card: { S: expect.stringMatching(/^1234567\d$/) },
    visit: { S: expect.stringMatching(/^\d{4}-05-03$/) },
    wheels: { N: "4" },
    urgent: { BOOL: true },
    noise: { S: "empezó la semana pasada" },
  });
});

test.each([
  [
    "a locale that the form has not",
    ["talk", "--form", clinic, "--locale", "es-US"],
    "Allowed choices are en-US, fr-CA.",
  ],
  [
    "a sample case beside a form",
    ["demo", "--form", clinic, "--case", "1"],
    "cannot be used with option",
  ],
  [
    "a folder without a form",
    ["demo", "--form", "nowhere"],
    "There is no skill to start in nowhere.",
  ],
])("%s is refused", async (_, args, advice) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(advice);
});

test("a required question without a sample answer stops the demo before it starts, and not the talk", async () => {
  const plate = { id: "plate", kind: "account-id", required: true, check: { pattern: "Q.*" } };
  const fields = [
    ...everyKind.fields.filter(({ kind }) => kind === "name" || kind === "reason"),
    plate,
  ];
  const { reasons } = words;
  await write({ ...everyKind, fields }, { reasons, fields: { plate: words.fields.plate } });
  const { exitCode, stderr } = await runCli(["demo", "--form", folder]);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("The demo has no answer that fits the check of plate.");
  const talk = await runCli(["talk", "--form", folder], { input: "abre elm garage\n" });
  expect(talk.stdout).toContain("¿Cómo te llamas?");
});
