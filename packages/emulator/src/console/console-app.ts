import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import type { LoopbackEnv } from "../loopback-server.ts";
import type { AgentPage } from "./agent-page/open-agent-page.ts";
import { changesStream } from "./http/changes-stream.ts";
import { ownHostOnly } from "./http/own-host-only.ts";
import { pageHeaders } from "./http/page-headers.ts";
import { RequestError, readJson } from "./http/read-json.ts";
import { sameOriginOnly } from "./http/same-origin-only.ts";
import { ladderStyle } from "./ladder/ladder-style.ts";
import type { CallRecorder } from "./record/call-recorder.ts";
import { consoleSetup } from "./session/console-setup.ts";
import type { LaptopSession } from "./session/laptop-session.ts";
import * as requests from "./session/requests.ts";
import { SessionError } from "./session/session-error.ts";

export interface ConsolePorts {
  readonly recorder: CallRecorder;
  /** Path of a built file of the page. */
  readonly pageFile: (name: string) => string;
  /** Absent where there is nobody to talk to: calls come from elsewhere. */
  readonly session?: Pick<LaptopSession, "converse" | "say" | "place" | "chooseFaults" | "hangUp">;
  /** Absent where the context API does not run. */
  readonly agentPage?: Pick<AgentPage, "frameOrigin" | "linksTo">;
}

type ConsoleApp = Hono<LoopbackEnv>;

const pageTypes = { html: "text/html", css: "text/css", js: "text/javascript" } as const;

/** The call console: its page, what the page asks for, and what it is told. */
export function createConsoleApp(ports: ConsolePorts): ConsoleApp {
  const app: ConsoleApp = new Hono();
  app.use(pageHeaders(ports.agentPage?.frameOrigin), ownHostOnly, sameOriginOnly);
  servePage(app, ports);
  app.get("/api/changes", (c) => changesStream(c, ports.recorder));
  app.get("/api/setup", (c) =>
    c.json({
      ...consoleSetup(),
      talks: ports.session !== undefined,
      framesAgent: !!ports.agentPage,
    }),
  );
  if (ports.session) serveSession(app, ports.session);
  if (ports.agentPage) serveAgentPage(app, ports.agentPage);
  app.onError((error, c) => {
    if (error instanceof RequestError) return c.json({ message: error.message }, 400);
    if (error instanceof SessionError) return c.json({ message: error.message }, 409);
    return c.json({ message: "This is a mistake of ours, please report it." }, 500);
  });
  return app;
}

function servePage(app: ConsoleApp, { pageFile }: ConsolePorts): void {
  const file = (name: string, type: keyof typeof pageTypes) => async () =>
    new Response(await readFile(pageFile(name)), {
      headers: { "content-type": `${pageTypes[type]}; charset=utf-8` },
    });
  app.get("/", file("index.html", "html"));
  app.get("/console.css", file("console.css", "css"));
  app.get("/console.js", file("console.js", "js"));
  app.get("/ladder.css", (c) => c.body(ladderStyle, 200, { "content-type": pageTypes.css }));
}

function serveSession(app: ConsoleApp, session: NonNullable<ConsolePorts["session"]>): void {
  app.post("/api/conversation", async (c) => {
    await session.converse(await readJson(c, requests.conversationSchema));
    return c.body(null, 204);
  });
  app.post("/api/utterance", async (c) => {
    const { text } = await readJson(c, requests.utteranceSchema);
    return c.json(await session.say(text));
  });
  app.post("/api/call", async (c) => {
    await session.place(await readJson(c, requests.callSchema));
    return c.body(null, 204);
  });
  app.put("/api/faults", async (c) => {
    session.chooseFaults((await readJson(c, requests.faultsSchema)).names);
    return c.body(null, 204);
  });
  app.post("/api/hang-up", async (c) => {
    session.hangUp(await readJson(c, requests.hangUpSchema));
    return c.body(null, 204);
  });
}

function serveAgentPage(app: ConsoleApp, agentPage: NonNullable<ConsolePorts["agentPage"]>): void {
  app.post("/api/agent-page", async (c) => {
    const { contextId } = await readJson(c, requests.agentPageSchema);
    return c.json(agentPage.linksTo(contextId));
  });
}
