import type { StarterConfig } from "../config/starter-config.ts";
import type { SendHttp } from "../http/send-http.ts";
import type { CallStarter } from "./call-starter.ts";
import { createCallbackStarter } from "./starters/callback.ts";
import { createCallWithChimeSdkVoice } from "./starters/chime-sdk-voice.ts";
import { createSkillCallStarter } from "./starters/skill-call.ts";
import { createSmartPropertiesStarter } from "./starters/smart-properties.ts";

/** The one place that knows every way to start a call. */
export function createCallStarter(config: StarterConfig, send: SendHttp): CallStarter {
  switch (config.name) {
    case "skill-call":
      return createSkillCallStarter({ ...config, send });
    case "callback":
      return createCallbackStarter({ ...config, createCall: createCallWithChimeSdkVoice() });
    case "smart-properties":
      return createSmartPropertiesStarter({ ...config, send });
  }
}
