import { resolve } from "node:path";
import type { Bots } from "../service/bots/bots.ts";
import type { ConfiguredApplication, EmulatorConfig, LambdaSource } from "./emulator-config.ts";
import type { EmulatorDocument } from "./emulator-schema.ts";

/** What a document means; its paths are relative to `folder`. */
export function configured(document: EmulatorDocument, folder: string): EmulatorConfig {
  const { listen, apis, s3, audioPrompts = s3, recordings = s3 } = document;
  const { default: otherwise, ...byPrefix } = document.carriers;
  return {
    awsAccountId: document.awsAccountId,
    listening: {
      host: listen.host,
      udpPort: listen.udp,
      tcpPort: listen.tcp,
      advertisedHost: listen.advertisedHost,
    },
    apiPorts: apis,
    numbers: document.phoneNumbers.map((each) =>
      typeof each === "string" ? { number: each, productType: "SipMediaApplicationDialIn" } : each,
    ),
    sipRules: document.sipRules.map(ruleOf),
    applications: document.sipMediaApplications.map((each) => applicationOf(each, folder)),
    voiceConnectors: document.voiceConnectors,
    carriers: { byPrefix, otherwise },
    ...(audioPrompts !== undefined && { promptsFolder: resolve(folder, audioPrompts) }),
    ...(recordings !== undefined && { recordingsFolder: resolve(folder, recordings) }),
    bots: document.bots as Bots,
    logLevel: document.logLevel,
  };
}

function ruleOf(rule: EmulatorDocument["sipRules"][number], index: number) {
  const { id, toPhoneNumber, disabled, sipMediaApplications } = rule;
  return {
    id: id ?? `sip-rule-${index + 1}`,
    toPhoneNumber,
    disabled,
    targets: sipMediaApplications.map((sipMediaApplicationId, priority) => ({
      sipMediaApplicationId,
      priority: priority + 1,
    })),
  };
}

type ApplicationEntry = EmulatorDocument["sipMediaApplications"][number];

function applicationOf(entry: ApplicationEntry, folder: string): ConfiguredApplication {
  const { id, awsRegion, allowedSkills, lambda } = entry;
  return {
    id,
    awsRegion,
    ...(allowedSkills && { allowedSkills }),
    lambda: lambdaOf(id, lambda, folder),
  };
}

function lambdaOf(id: string, entry: ApplicationEntry["lambda"], folder: string): LambdaSource {
  if ("endpoint" in entry) {
    const { endpoint, functionName, timeoutSeconds } = entry;
    const limit = timeoutSeconds !== undefined && { timeoutMs: timeoutSeconds * 1000 };
    return { kind: "http", name: functionName, endpoint, ...limit };
  }
  const { file, handler, runtime, envFile, environment, timeoutSeconds, concurrency } = entry;
  return {
    kind: "file",
    name: id,
    file: resolve(folder, file),
    handler,
    ...(runtime && { runtime }),
    ...(envFile !== undefined && { envFile: resolve(folder, envFile) }),
    environment,
    timeoutMs: timeoutSeconds * 1000,
    ...(concurrency !== undefined && { concurrency }),
  };
}
