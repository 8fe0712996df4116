import { randomUUID } from "node:crypto";
import { checkFlow, type Flow, type FlowType } from "@skill-call/contact-flow";
import { type Clock, systemClock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import type { Carrier } from "@skill-call/phones";
import { EmulatorConfigError } from "../errors.ts";
import type { TellNotice } from "../flow/notice.ts";
import type { Override } from "../flow/override.ts";
import { type QueueSetting, Queues } from "../queues/queues.ts";
import { Contacts } from "./contacts.ts";
import type { DeployedFlow, Hours, Instance } from "./instance.ts";

/** A flow as it would be published. */
export interface FlowSetting {
  /** Its id; the ARN that ends in it finds it, too. */
  readonly id: string;
  readonly name?: string;
  readonly type?: FlowType;
  /** The JSON of the flow language, as text. */
  readonly content: string;
}

export interface ConnectOptions {
  readonly instanceArn: string;
  readonly flows: readonly FlowSetting[];
  /** Functions that are associated with the instance, by ARN. */
  readonly functions?: Readonly<Record<string, LambdaFunction>>;
  /** E.164 numbers claimed on the instance; any number passes without it. */
  readonly numbers?: readonly string[];
  readonly queues?: readonly QueueSetting[];
  /** By ARN or id; what is not here is open. */
  readonly hours?: Readonly<Record<string, Hours>>;
  /** Whom a call reaches. */
  readonly carrier: Carrier;
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly tell?: TellNotice;
  readonly flowLog?: (line: unknown) => void;
  readonly contactEvent?: (event: unknown) => void;
  readonly override?: Override;
}

/** An emulated instance of Amazon Connect and its contacts. */
export interface Connect {
  readonly instance: Instance;
  readonly contacts: Contacts;
}

/**
 * Publishes the flows on an emulated instance.
 * @throws {EmulatorConfigError} with every mistake that publishing would refuse
 */
export function createConnect(options: ConnectOptions): Connect {
  const { clock = systemClock, numbers, functions = {}, hours = {} } = options;
  const flows = options.flows.map(published);
  const instance: Instance = {
    arn: options.instanceArn,
    flow: (id) => flows.find((flow) => flow.id === id || id.endsWith(`/${flow.id}`)),
    function: (arn) => (Object.hasOwn(functions, arn) ? functions[arn] : undefined),
    numbers: numbers && new Set(numbers),
    queues: new Queues(options.queues ?? [], clock),
    hours: (id) => (id !== undefined && Object.hasOwn(hours, id) ? (hours[id] ?? "open") : "open"),
    carrier: options.carrier,
    clock,
    newId: options.newId ?? randomUUID,
    random: options.random ?? Math.random,
    tell: options.tell ?? (() => {}),
    flowLog: options.flowLog ?? (() => {}),
    contactEvent: options.contactEvent ?? (() => {}),
    ...(options.override && { override: options.override }),
  };
  return { instance, contacts: new Contacts(instance) };
}

function published({ id, name = id, type, content }: FlowSetting): DeployedFlow {
  const problems = checkFlow(content, type ? { type } : {}).filter(
    ({ severity }) => severity === "error",
  );
  if (problems.length === 0) return { id, name, flow: JSON.parse(content) as Flow };
  const mistakes = problems.map(({ place, message }) => ({ place, problem: message }));
  throw new EmulatorConfigError(`The flow ${name}`, mistakes);
}
