import type { Tracing } from "@skill-call/telemetry";
import type { ConnectInstance, StarterConfig } from "../config/starter-config.ts";
import type { SendHttp } from "../http/send-http.ts";
import { requestSigner } from "../http/sign-request.ts";
import type { CallStarter } from "./call-starter.ts";
import { type CreateSipMediaApplicationCall, createCallbackStarter } from "./starters/callback.ts";
import { createConnectStarter } from "./starters/connect.ts";
import type { ConnectApi } from "./starters/connect-api.ts";
import { createConnectTaskStarter } from "./starters/connect-task.ts";
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
    case "connect":
      return createConnectStarter({ ...config, api: connectApi(config, send) });
    case "connect-task":
      return createConnectTaskStarter(connectApi(config, send));
    case "smart-properties":
      return createSmartPropertiesStarter({
        ...config,
        send,
        readSecret: loadedWithFirstCall(async () => {
          const { secretsManager } = await import("./starters/secrets-manager.ts");
          return secretsManager();
        }),
      });
  }
}

function connectApi(config: ConnectInstance, send: SendHttp): ConnectApi {
  const { region } = config;
  const sign = requestSigner({ service: "connect", region, environment: process.env });
  return { ...config, send, sign };
}

async function loadChime({
  client,
}: StarterPorts["tracing"]): Promise<CreateSipMediaApplicationCall> {
  const chime = await import("./starters/chime-sdk-voice.ts");
  return chime.createCallWithChimeSdkVoice(client(chime.voiceClient()));
}
