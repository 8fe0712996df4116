import { resolve } from "node:path";
import { type Clock, OpenParts, systemClock } from "@skill-call/emulation";
import { createBuiltLambda, type LambdaFunction } from "@skill-call/lambda-runner";
import { createScriptedCarrier, createScriptedPhones, type Phone } from "@skill-call/phones";
import type { TellNotice } from "../flow/notice.ts";
import type { ConnectOptions } from "../instance/create-connect.ts";
import type { PhoneDocument } from "./connect-schema.ts";
import type { ConnectConfig } from "./read-connect-config.ts";

/** How long after the answer keys are pressed. */
const pressesAfterMs = 1_000;

export interface OpenOptions {
  readonly tell: TellNotice;
  readonly flowLog: (line: unknown) => void;
  /** Lines that the functions write. */
  readonly lambdaLog: (line: string) => void;
  readonly clock?: Clock;
}

/** What a configuration says, ready to run; close it to end the functions' processes. */
export interface OpenConnect {
  readonly options: ConnectOptions & { readonly clock: Clock };
  close(): Promise<void>;
}

export function openConnect(config: ConnectConfig, options: OpenOptions): OpenConnect {
  const { document } = config;
  const clock = options.clock ?? systemClock;
  const parts = new OpenParts();
  const functions = Object.entries(document.functions).map(
    ([arn, setting]) => [arn, parts.keep(lambdaOf(arn, setting, { config, options }))] as const,
  );
  return {
    options: {
      clock,
      instanceArn: document.instanceArn,
      flows: config.flows,
      functions: Object.fromEntries(functions),
      ...(document.phoneNumbers && { numbers: document.phoneNumbers }),
      queues: document.queues.map(queueOf),
      hours: document.hours,
      carrier: carrierOf(document.phones, clock),
      tell: options.tell,
      flowLog: options.flowLog,
    },
    close: () => parts.close(),
  };
}

interface Around {
  readonly config: ConnectConfig;
  readonly options: OpenOptions;
}

function lambdaOf(
  arn: string,
  setting: ConnectConfig["document"]["functions"][string],
  { config, options }: Around,
): LambdaFunction {
  return createBuiltLambda({
    name: arn.split(":").at(-1) ?? arn,
    file: resolve(config.folder, setting.file),
    handler: setting.handler,
    environment: {
      AWS_REGION: config.document.instanceArn.split(":")[3] ?? "",
      ...setting.environment,
    },
    timeoutMs: setting.timeoutSeconds * 1_000,
    log: ({ line }) => options.lambdaLog(line),
  });
}

function queueOf({ arn, name, capacity, agents }: ConnectConfig["document"]["queues"][number]) {
  return {
    arn,
    name,
    ...(capacity !== undefined && { capacity }),
    agents: agents.map((agent) => ({
      name: agent.name,
      acceptsAfterMs: agent.acceptsAfterSeconds * 1_000,
      ...(agent.hangsUpAfterSeconds !== undefined && {
        hangsUpAfterMs: agent.hangsUpAfterSeconds * 1_000,
      }),
    })),
  };
}

function carrierOf(phones: Readonly<Record<string, PhoneDocument>>, clock: Clock) {
  const scripted = createScriptedPhones(clock);
  const phoneOf = (script: PhoneDocument): Phone => {
    switch (script) {
      case "busy":
        return scripted.busy();
      case "declines":
        return scripted.declines();
      case "no-answer":
        return scripted.noAnswer();
      case "out-of-reach":
        return scripted.outOfReach();
      default:
        return scripted.answers({
          afterMs: script.answersAfterSeconds * 1_000,
          ...(script.hangsUpAfterSeconds !== undefined && {
            hangsUpAfterMs: script.hangsUpAfterSeconds * 1_000,
          }),
          ...(script.presses && { presses: [{ afterMs: pressesAfterMs, digits: script.presses }] }),
        });
    }
  };
  const { default: otherwise = "out-of-reach", ...numbers } = phones;
  return createScriptedCarrier({
    phones: Object.fromEntries(
      Object.entries(numbers).map(([number, script]) => [number, phoneOf(script)]),
    ),
    otherwise: phoneOf(otherwise),
  });
}
