import { type LoopbackEnv, serveOnLoopback } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import { type Context, Hono } from "hono";
import { proxy } from "hono/proxy";
import type { Meetings } from "./meetings/start-meetings.ts";
import type { VoiceApi } from "./service/voice-api/start-voice-api.ts";

/** The API of Amazon Chime before it was split into voice and meetings; many Lambdas still use its clients. */
export interface ChimeApi {
  /** What leads those clients here: `client-chime`, and `AWS.Chime` of version 2. */
  readonly environment: Environment;
  close(): Promise<void>;
}

export interface ChimeApiOptions {
  readonly voiceApi: Pick<VoiceApi, "endpoint">;
  readonly meetings: Pick<Meetings, "endpoint">;
}

/** Its operations that concern calls and meetings had the same paths: each goes on to the API that has it now. */
export async function startChimeApi({ voiceApi, meetings }: ChimeApiOptions): Promise<ChimeApi> {
  const app = new Hono<LoopbackEnv>();
  app.post("/meetings", createMeetingAt(meetings.endpoint));
  app.all("/meetings/*", handedOnTo(meetings.endpoint));
  app.all("*", handedOnTo(voiceApi.endpoint));
  const { endpoint, close } = await serveOnLoopback(app);
  return { environment: { AWS_ENDPOINT_URL_CHIME: endpoint }, close };
}

/** What is required today could be left out (API reference of Amazon Chime, CreateMeeting). */
function createMeetingAt(endpoint: string) {
  return async ({ req }: Context<LoopbackEnv>) => {
    const body: { ClientRequestToken?: unknown } = await req.json().catch(() => ({}));
    const whole = {
      ExternalMeetingId: body.ClientRequestToken,
      MediaRegion: "us-east-1",
      ...body,
      OfChime: true,
    };
    return proxy(`${endpoint}${req.path}${new URL(req.url).search}`, {
      method: "POST",
      headers: { ...req.header(), "content-length": undefined },
      body: JSON.stringify(whole),
    });
  };
}

function handedOnTo(endpoint: string) {
  return ({ req }: Context<LoopbackEnv>) => {
    const { pathname, search } = new URL(req.url);
    return proxy(`${endpoint}${pathname}${search}`, { raw: req.raw });
  };
}
