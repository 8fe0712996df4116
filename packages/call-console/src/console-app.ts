import { readFile } from "node:fs/promises";
import type { LoopbackEnv } from "@skill-call/emulation";
import { Hono } from "hono";
import type { ConsoleSetup } from "./console-messages.ts";
import { type ChangeSource, changesStream } from "./http/changes-stream.ts";
import { NotNowError } from "./http/not-now-error.ts";
import { ownHostOnly } from "./http/own-host-only.ts";
import { pageHeaders } from "./http/page-headers.ts";
import { RequestError } from "./http/read-json.ts";
import { sameOriginOnly } from "./http/same-origin-only.ts";
import { ladderStyle } from "./ladder/ladder-style.ts";

export interface ConsolePorts {
  readonly setup: ConsoleSetup;
  /** What the page is told, now and whenever it changes. */
  readonly sources: readonly ChangeSource[];
  /** What the page may ask for, under `/api`; nothing more without it. */
  readonly routes?: ConsoleApp;
  /** Path of a built file of the page. */
  readonly pageFile: (name: string) => string;
  /** Whose pages the console may show in a frame. */
  readonly frameOrigin?: string;
  readonly mistakes?: Mistakes;
}

/** Mistakes of ours, which the page only says are some. */
export interface Mistakes {
  /** What a report has to say of this program. */
  readonly version: string;
  readonly onMistake: (error: unknown) => void;
}

export type ConsoleApp = Hono<LoopbackEnv>;

const pageTypes = { html: "text/html", css: "text/css", js: "text/javascript" } as const;

const notBuilt = `The call console's page is not built.
Run \`npx -y pnpm@12 build\`, then load this page again.
`;

/** The call console: its page, what the page asks for, and what it is told. */
export function createConsoleApp(ports: ConsolePorts): ConsoleApp {
  const app: ConsoleApp = new Hono();
  app.use(pageHeaders(ports.frameOrigin), ownHostOnly, sameOriginOnly);
  servePage(app, ports);
  app.get("/api/changes", (c) => changesStream(c, ports.sources));
  app.get("/api/setup", (c) => c.json(ports.setup));
  if (ports.routes) app.route("/api", ports.routes);
  app.onError((error, c) => {
    if (error instanceof RequestError) return c.json({ message: error.message }, 400);
    if (error instanceof NotNowError) return c.json({ message: error.message }, 409);
    const { version = "", onMistake } = ports.mistakes ?? {};
    onMistake?.(error);
    const message = "This is a mistake of ours, please report it, with what the command printed.";
    return c.json({ message: `${message} ${version}`.trim() }, 500);
  });
  return app;
}

function servePage(app: ConsoleApp, { pageFile }: ConsolePorts): void {
  const serve = (path: string, name: string, type: keyof typeof pageTypes) =>
    app.get(path, async (c) => {
      const content = await built(() => pageFile(name));
      if (!content) return c.text(notBuilt, 503);
      return c.body(content, 200, { "content-type": `${pageTypes[type]}; charset=utf-8` });
    });
  serve("/", "index.html", "html");
  serve("/console.css", "console.css", "css");
  serve("/console.js", "console.js", "js");
  app.get("/ladder.css", (c) => c.body(ladderStyle, 200, { "content-type": pageTypes.css }));
}

/** A build that goes on takes the files away for a moment. */
async function built(path: () => string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path()));
  } catch {
    return undefined;
  }
}
