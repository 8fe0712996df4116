import type { ConsoleApp } from "@skill-call/call-console";
import { RequestError, readJson } from "@skill-call/call-console";
import { Hono } from "hono";
import type { AgentPage } from "../agent-page/open-agent-page.ts";
import { NotInFormError } from "../errors.ts";
import type { LaptopSession } from "./laptop-session.ts";
import * as requests from "./requests.ts";

export interface LaptopPorts {
  readonly session: Pick<LaptopSession, "converse" | "say" | "place" | "chooseFaults" | "hangUp">;
  readonly agentPage: Pick<AgentPage, "linksTo">;
  /** The call form's. */
  readonly locales: readonly string[];
}

/** What the page may ask for where the whole flow runs. */
export function laptopRoutes({ session, agentPage, locales }: LaptopPorts): ConsoleApp {
  const app: ConsoleApp = new Hono();
  const conversationSchema = requests.conversationSchema(locales);
  const callSchema = requests.callSchema(locales);
  app.post("/conversation", async (c) => {
    await session.converse(await readJson(c, conversationSchema));
    return c.body(null, 204);
  });
  app.post("/utterance", async (c) => {
    const { text } = await readJson(c, requests.utteranceSchema);
    return c.json(await session.say(text));
  });
  app.post("/call", async (c) => {
    const request = await readJson(c, callSchema);
    await session.place(request).catch((error: unknown) => {
      if (error instanceof NotInFormError) throw new RequestError(error.message, { cause: error });
      throw error;
    });
    return c.body(null, 204);
  });
  app.put("/faults", async (c) => {
    session.chooseFaults((await readJson(c, requests.faultsSchema)).names);
    return c.body(null, 204);
  });
  app.post("/hang-up", async (c) => {
    session.hangUp(await readJson(c, requests.hangUpSchema));
    return c.body(null, 204);
  });
  app.post("/agent-page", async (c) => {
    const { contextId } = await readJson(c, requests.agentPageSchema);
    return c.json(agentPage.linksTo(contextId));
  });
  return app;
}
