import { fileURLToPath } from "node:url";
import { localCredentials } from "@skill-call/local-dynamodb";
import type { EmulatorConfig } from "@skill-call/sma-emulator";
import { table } from "../contest/context-item.ts";

/** As it is built; this file stands in bench's own build. */
const smaHandler = fileURLToPath(
  new URL("../../sma-handler/dist/lambda/index.mjs", import.meta.url),
);
const number = "+16073331111";
const arn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
const skill = `amzn1.application-oa2-client.${"0".repeat(32)}`;

export interface LoadSurroundings {
  readonly store: string;
  readonly calleePort: number;
}

/** One number, the built SMA handler behind it, and a Voice Connector that leads to sipp. */
export function loadConfig({ store, calleePort }: LoadSurroundings): EmulatorConfig {
  return {
    awsAccountId: "123456789012",
    listening: { host: "127.0.0.1", udpPort: 0, tcpPort: 0 },
    // As an emulator.json without a word about it has it: whoever vanished is hung up on.
    media: { anchored: true, strict: false, inactivityMs: 30_000 },
    apiPorts: { voice: 0, meetings: 0 },
    numbers: [{ number, productType: "SipMediaApplicationDialIn" }],
    sipRules: [
      {
        id: "rule",
        toPhoneNumber: number,
        targets: [{ sipMediaApplicationId: "sma-handler", priority: 1 }],
      },
    ],
    applications: [
      {
        id: "sma-handler",
        awsRegion: "us-east-1",
        allowedSkills: [skill],
        lambda: {
          kind: "file",
          name: "sma-handler",
          file: smaHandler,
          handler: "handler",
          environment: environment(store),
          timeoutMs: 5_000,
        },
      },
    ],
    voiceConnectors: { [arn]: `sip:127.0.0.1:${calleePort}` },
    carriers: { byPrefix: {} },
    logLevel: "error",
  };
}

function environment(store: string) {
  const otherwise = [{ type: "voice-connector", arn, uri: "support" }];
  return {
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: store,
    CALL_CONTEXT_TABLE: table,
    ALLOWED_SKILL_CLIENT_IDS: skill,
    CALLER_ID_NUMBER: number,
    ROUTES: JSON.stringify({ rules: [], otherwise }),
  };
}
