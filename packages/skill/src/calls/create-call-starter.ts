import type { StarterConfig } from "../config/starter-config.ts";
import type { SendHttp } from "../http/send-http.ts";
import type { CallStarter } from "./call-starter.ts";
import { type CreateSipMediaApplicationCall, createCallbackStarter } from "./starters/callback.ts";
import { loadedWithFirstCall } from "./starters/loaded-with-first-call.ts";
import { createSkillCallStarter } from "./starters/skill-call.ts";
import { createSmartPropertiesStarter } from "./starters/smart-properties.ts";

/** The one place that knows every way to start a call. */
export function createCallStarter(config: StarterConfig, send: SendHttp): CallStarter {
  switch (config.name) {
    case "skill-call":
      return createSkillCallStarter({ ...config, send });
    case "callback":
      return createCallbackStarter({ ...config, createCall: loadedWithFirstCall(loadChime) });
    case "smart-properties":
      return createSmartPropertiesStarter({ ...config, send });
  }
}

async function loadChime(): Promise<CreateSipMediaApplicationCall> {
  const { createCallWithChimeSdkVoice } = await import("./starters/chime-sdk-voice.ts");
  return createCallWithChimeSdkVoice();
}
