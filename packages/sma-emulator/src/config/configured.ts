import { resolve } from "node:path";
import type { Bots } from "../service/bots/bots.ts";
import type {
  ConfiguredApplication,
  ConfiguredTable,
  EmulatorConfig,
  KeyAttribute,
  LambdaSource,
  MediaConfig,
  TlsFiles,
} from "./emulator-config.ts";
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
      ...(listen.tls && { tls: tlsFilesOf(listen.tls, folder) }),
    },
    media: mediaOf(document),
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
    ...(document.variations.length > 0 && { variations: document.variations }),
    functions: Object.entries(document.functions).map(([name, each]) =>
      lambdaOf(name, each, folder),
    ),
    meetingEvents: document.meetingEvents,
    tables: document.tables.map(tableOf),
    logLevel: document.logLevel,
  };
}

type TlsEntry = NonNullable<EmulatorDocument["listen"]["tls"]>;

function tlsFilesOf(entry: TlsEntry, folder: string): TlsFiles {
  const { port, certificate, key, authorities } = entry;
  return {
    port,
    certificate: resolve(folder, certificate),
    key: resolve(folder, key),
    ...(authorities !== undefined && { authorities: resolve(folder, authorities) }),
  };
}

function mediaOf({ media, strict }: EmulatorDocument): MediaConfig {
  const { throughEmulator, ports, inactivitySeconds } = media;
  return {
    anchored: throughEmulator,
    strict,
    ...(ports && { ports }),
    ...(inactivitySeconds > 0 && { inactivityMs: inactivitySeconds * 1000 }),
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

type TableEntry = EmulatorDocument["tables"][number];

function tableOf({ indexes, items, name, ...keys }: TableEntry): ConfiguredTable {
  return {
    name,
    items,
    ...keysOf(keys),
    indexes: indexes.map((index) => ({ name: index.name, ...keysOf(index) })),
  };
}

function keysOf({ partitionKey, sortKey }: Pick<TableEntry, "partitionKey" | "sortKey">) {
  return {
    partitionKey: keyOf(partitionKey),
    ...(sortKey !== undefined && { sortKey: keyOf(sortKey) }),
  };
}

function keyOf(key: TableEntry["partitionKey"]): KeyAttribute {
  return typeof key === "string" ? { name: key, type: "S" } : key;
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

function lambdaOf(name: string, entry: ApplicationEntry["lambda"], folder: string): LambdaSource {
  if ("endpoint" in entry) {
    const { endpoint, functionName, timeoutSeconds } = entry;
    const limit = timeoutSeconds !== undefined && { timeoutMs: timeoutSeconds * 1000 };
    return { kind: "http", name, functionName, endpoint, ...limit };
  }
  const { file, handler, runtime, envFile, environment, timeoutSeconds, concurrency } = entry;
  return {
    kind: "file",
    name,
    file: resolve(folder, file),
    handler,
    ...(runtime && { runtime }),
    ...(envFile !== undefined && { envFile: resolve(folder, envFile) }),
    environment,
    timeoutMs: timeoutSeconds * 1000,
    ...(concurrency !== undefined && { concurrency }),
  };
}
