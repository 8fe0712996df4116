import type { Tracing } from "@skill-call/telemetry";
import type { StarterConfig } from "../config/starter-config.ts";
import type { SendHttp } from "../http/send-http.ts";
import type { CallStarter } from "./call-starter.ts";
import { type CreateSipMediaApplicationCall, createCallbackStarter } from "./starters/callback.ts";
import { loadedWithFirstCall } from "./starters/loaded-with-first-call.ts";
import { createSkillCallStarter } from "./starters/skill-call.ts";
import { createSmartPropertiesStarter } from "./starters/smart-properties.ts";

export interface StarterPorts {
  readonly send: SendHttp;
  readonly tracing: Pick<Tracing, "client">;
}

/** The one place that knows every way to start a call. */
export function createCallStarter(
  config: StarterConfig,
  { send, tracing }: StarterPorts,
): CallStarter {
  switch (config.name) {
    case "skill-call":
      return createSkillCallStarter({ ...config, send });
    case "callback":
      return createCallbackStarter({
        ...config,
        createCall: loadedWithFirstCall(() => loadChime(tracing)),
      });
    case "smart-properties":
      return createSmartPropertiesStarter({ ...config, send });
  }
}

async function loadChime({
  client,
}: StarterPorts["tracing"]): Promise<CreateSipMediaApplicationCall> {
  const chime = await import("./starters/chime-sdk-voice.ts");
  return chime.createCallWithChimeSdkVoice(client(chime.voiceClient()));
}
