import type { Context } from "hono";
import { html } from "hono/html";
import type { Handler } from "hono/types";
import { type AgentPage, policyFor } from "../agent-page/agent-page.ts";
import type { App } from "../app.ts";
import { type Problem, problems, RequestError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { problemPath } from "./problem.ts";

type OpenHandler = Handler<AppEnvironment>;

/** Serves what holds no context, and must open before its user has a token; answers the paths. */
export function serveOpenPages(app: App, ports: Ports): readonly string[] {
  const pages = openPages(ports);
  for (const [path, handler] of Object.entries(pages)) app.get(path, handler);
  return Object.keys(pages);
}

function openPages(ports: Ports): Readonly<Record<string, OpenHandler>> {
  const { openApi, asyncApi, element, agent, signIn, signedInPage } = ports;
  return {
    "/openapi.json": (c) => c.body(openApi, 200, { "content-type": "application/json" }),
    "/asyncapi.json": (c) => c.body(asyncApi, 200, { "content-type": "application/json" }),
    // For load balancers: it says that the app runs, and asks nobody else.
    "/health": (c) => c.json({ status: "ok" }),
    [problemPath(":code")]: servePage,
    "/agent": (c) => serveAgentPage(c, ports, ports.page),
    "/agent/workspace": async (c) => serveAgentPage(c, ports, await ports.workspacePage()),
    "/agent/signed-in": (c) =>
      c.html(signedInPage.html, 200, {
        "content-security-policy": signedInPage.contentSecurityPolicy,
        // It hands its address to the page that opened it.
        "cross-origin-opener-policy": "unsafe-none",
      }),
    "/agent/settings.json": async (c) =>
      c.json({ ...agent, signIn: await signIn() }, 200, forAnyPage),
    "/call-context.js": (c) =>
      c.body(element, 200, { ...forAnyPage, "content-type": "text/javascript; charset=utf-8" }),
  };
}

/** A page of any origin may load the element and what it shows nothing of: with the token that it has itself. */
const forAnyPage = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};

function servePage(c: Context<AppEnvironment>) {
  const found = problemPage(c.req.param("code") ?? "");
  if (!found) {
    c.get("audited").what = "noRoute";
    throw new RequestError("context-api.no-route");
  }
  return c.html(found);
}

async function serveAgentPage(
  c: Context<AppEnvironment>,
  { agent, signIn }: Ports,
  page: AgentPage,
) {
  const { frameAncestors } = agent;
  const response = c.html(page.html, 200, {
    "content-security-policy": policyFor(page, { frameAncestors, signIn: await signIn() }),
    // A CRM of another origin could not open the next call in the same window otherwise.
    "cross-origin-opener-policy": "unsafe-none",
  });
  if (frameAncestors.length > 0) c.set("isFramable", true);
  return response;
}

/** The page that a problem's `type` leads to; `undefined`: there is no such problem. */
function problemPage(code: string) {
  const problem = Object.entries<Problem>(problems).find(([known]) => known === code)?.[1];
  if (!problem) return undefined;
  const { status, title, detail, whatToDo } = problem;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<h1>${status} ${title}</h1>
<p><code>${code}</code></p>
<p>${detail}</p>
<p>${whatToDo}</p>
</body>
</html>
`;
}
