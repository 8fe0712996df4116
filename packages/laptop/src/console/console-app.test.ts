import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  CallRecords,
  type ConsolePorts,
  createConsoleApp,
  NotNowError,
} from "@skill-call/call-console";
import { type LoopbackServer, serveOnLoopback } from "@skill-call/emulation";
import { readOwnForm } from "../skill-folder/read-skill-folder.ts";
import { laptopRoutes } from "./laptop-routes.ts";
import { laptopSetup } from "./laptop-setup.ts";

const said: string[] = [];
const records = new CallRecords();
let folder: string;
let ports: ConsolePorts;
let server: LoopbackServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "console-"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  const routes = laptopRoutes({
    session: {
      converse: async () => {},
      say: async (text) => {
        said.push(text);
        return { sessionOpen: true, calls: false, problems: [] };
      },
      place: async () => {},
      chooseFaults: () => {},
      hangUp: () => {
        throw new NotNowError("There is no call to hang up.");
      },
    },
    agentPage: { linksTo: (contextId) => ({ frame: `f#${contextId}`, window: `w#${contextId}` }) },
    locales: ["en-US", "fr-CA"],
  });
  ports = {
    setup: laptopSetup(readOwnForm()),
    sources: [records],
    routes,
    pageFile: (name) => join(folder, name),
    frameOrigin: "http://127.0.0.1:9",
  };
  server = await serveOnLoopback(createConsoleApp(ports));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(server.endpoint + path, {
    method: "POST",
    headers: { origin: server.endpoint, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

test("the page comes with a policy that lets only its own files run", async () => {
  const response = await fetch(server.endpoint);
  const policy = response.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("frame-src http://127.0.0.1:9;");
  expect(policy).not.toContain("unsafe");
  expect(response.headers.get("x-frame-options")).toBe("DENY");
});

test("a file of the page that is not built is told, with what to run", async () => {
  const response = await fetch(`${server.endpoint}/console.js`);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("is not built.\nRun `npx -y pnpm@12 build`");
});

test("what is said reaches the skill, and the answer says what comes next", async () => {
  const response = await post("/api/utterance", { text: "hello" });
  expect(await response.json()).toEqual({ sessionOpen: true, calls: false, problems: [] });
  expect(said).toEqual(["hello"]);
});

test("every failure of the command line is offered, each with its sentence", async () => {
  const { faults, locales, cases } = (await (
    await fetch(`${server.endpoint}/api/setup`)
  ).json()) as {
    faults: { name: string; sentence: string; in: string[] }[];
    locales: unknown[];
    cases: unknown[];
  };
  expect(faults).toContainEqual({
    name: "callee-busy",
    sentence: "The first callee is busy.",
    in: ["conversation", "call"],
  });
  expect(faults).toContainEqual(expect.objectContaining({ name: "context-expired", in: ["call"] }));
  expect([locales.length, cases.length]).toEqual([4, 3]);
});

describe("nobody else gets in", () => {
  test.each([
    ["another page's request", { origin: "https://evil.example" }],
    ["another port's", { origin: "http://127.0.0.1:1" }],
    ["a sandboxed frame's", { origin: "null" }],
    ["one that the browser calls cross-site", { "sec-fetch-site": "cross-site" }],
    ["one from another port of this machine", { "sec-fetch-site": "same-site" }],
  ])("%s is refused", async (_, headers) => {
    const before = said.length;
    expect((await post("/api/utterance", { text: "x" }, headers)).status).toBe(403);
    expect(said).toHaveLength(before);
  });

  test("a request that changes something needs an Origin", async () => {
    const response = await fetch(`${server.endpoint}/api/utterance`, {
      method: "POST",
      body: "{}",
    });
    expect(response.status).toBe(403);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "", "localhost.evil:80"])(
    "a name that was pointed at this machine (%s) is refused",
    async (host) => {
      const app = createConsoleApp(ports);
      const response = await app.request("http://127.0.0.1/api/setup", { headers: { host } });
      expect(response.status).toBe(403);
    },
  );
});

test.each([
  ["/api/utterance", { text: 1 }, "text: "],
  ["/api/utterance", { text: "x".repeat(501) }, "text: "],
  ["/api/conversation", { locale: "de-DE" }, "locale: "],
  ["/api/call", { locale: "en-US", callerNumber: "911" }, "callerNumber: must be a North American"],
  ["/api/agent-page", { contextId: "a/../b" }, "contextId: "],
])("%s refuses %j and names the field", async (path, body, message) => {
  const response = await post(path, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: expect.stringContaining(message) });
});

test("what cannot be done now is refused in words", async () => {
  const response = await post("/api/hang-up", { who: "caller" });
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({ message: "There is no call to hang up." });
});

test("the agent's page is linked by the context that arrived", async () => {
  const response = await post("/api/agent-page", { contextId: "abc" });
  expect(await response.json()).toEqual({ frame: "f#abc", window: "w#abc" });
});

test("changes are told as they happen, after all that was before", async () => {
  records.begin({ id: "1", title: "one" });
  const response = await fetch(`${server.endpoint}/api/changes`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const until = async (text: string) => {
    while (!heard.includes(text)) heard += (await reader?.read())?.value ?? "";
  };
  await until('"title":"one"');
  records.add("1", {
    at: 5,
    from: "caller",
    to: "alexa",
    kind: "caller.utterance",
    label: "“hi”",
  });
  await until("“hi”");
  expect(heard).toMatch(/^event: records\n/);
  expect(heard).toContain("event: step\n");
  await reader?.cancel();
});
