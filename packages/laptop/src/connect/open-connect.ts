import { readFileSync } from "node:fs";
import {
  type Connect,
  type ConnectApi,
  type ConnectExchange,
  type Contact,
  createConnect,
  type Notice,
  startConnectApi,
} from "@skill-call/contact-flow-emulator";
import type { Clock, Faults } from "@skill-call/emulation";
import { createBuiltLambda, type LambdaLog } from "@skill-call/lambda-runner";
import type { Carrier } from "@skill-call/phones";
import { agentScreenArrow } from "../answering/agent-screen-arrow.ts";
import type { Answered, ReadScreen } from "../answering/callees.ts";
import type { PlacedCall } from "../calls/run-call.ts";
import { faultyLambda, type LambdaFault } from "../lambdas/faulty-lambda.ts";
import { connectHandlerEnvironment } from "../lambdas/lambda-environments.ts";
import { findRepository } from "../lambdas/repository.ts";
import type { ContactCentre } from "../samples/contact-centre/contact-centre.ts";
import * as sample from "../samples/sample-numbers.ts";
import type { LaptopTrace } from "../story/laptop-trace.ts";
import type { Occurrences } from "../story/occurrences.ts";
import { connectArrow, contactEventArrow } from "./connect-arrow.ts";

export interface OpenConnectOptions {
  readonly clock: Clock;
  readonly trace: LaptopTrace;
  /** Milliseconds until an agent accepts. */
  readonly ringMs: number;
  readonly readScreen?: ReadScreen | undefined;
  readonly onAnswered: (answered: Answered) => void;
  readonly carrier: Carrier;
  readonly contactCentre: ContactCentre;
  readonly dynamoDbEndpoint: string;
  /** Where calls stand that the skill had placed. */
  readonly placed: Occurrences<PlacedCall>;
  readonly timesSlower: number;
  readonly log: LambdaLog;
  /** A ROUTES document; a queue for billing and a number for the rest without it. */
  readonly routes?: unknown;
  /** Another call form than the repository's own. */
  readonly formFile?: string | undefined;
}

/** Amazon Connect on this machine: the deployed flows, the built handler, and agents who see who calls. */
export interface OpenConnect {
  /** For `AWS_ENDPOINT_URL_CONNECT`. */
  readonly endpoint: string;
  readonly faults: ConnectApi["faults"];
  readonly handlerFaults: Faults<LambdaFault>;
  /** Starts the handler ahead of the first contact. */
  warm(): Promise<unknown>;
  /** Whether a contact is not over. */
  isUp(contactId: string): boolean;
  close(): Promise<void>;
}

/** Time limit that infra would set; the flow waits no longer than 4 s. */
const handlerTimeoutMs = 4_000;
/** When somebody who picked up their phone presses 1. */
const pressesAfterMs = 100;

const queueName = "billing";

export async function openConnect(options: OpenConnectOptions): Promise<OpenConnect> {
  const { clock, trace, placed } = options;
  const handler = openHandler(options);
  const connect = createConnect({
    clock,
    instanceArn: sample.connectInstanceArn,
    numbers: [sample.callerIdNumber],
    flows: deployedFlows(),
    functions: { [sample.connectHandlerArn]: handler },
    queues: [{ arn: sample.agentsQueueArn, name: queueName, agents: [agentOf(options)] }],
    carrier: carrierWithAPerson(options),
    tell: (contactId, notice: Notice) => {
      const arrow = connectArrow(contactId, notice);
      if (arrow) trace(arrow);
    },
    contactEvent: (event) => {
      const arrow = contactEventArrow(event);
      if (arrow) trace(arrow);
    },
  });
  const api = await startConnectApi({
    ...connect,
    onExchange: (exchange) => {
      trace(requestArrow(exchange));
      const call = placedCall(exchange, connect);
      if (call) placed.add(call);
    },
  });
  return {
    endpoint: api.endpoint,
    faults: api.faults,
    handlerFaults: handler.faults,
    warm: () => handler.warm(),
    isUp: (contactId) => connect.contacts.find(contactId)?.contact.over === false,
    close: async () => {
      await api.close();
      await handler.close();
    },
  };
}

const sampleRoutes = {
  rules: [{ when: { reason: "billing" }, to: [{ type: "queue", arn: sample.agentsQueueArn }] }],
  otherwise: [{ type: "pstn", number: sample.receptionNumber }],
};

function openHandler(options: OpenConnectOptions) {
  const { dynamoDbEndpoint, timesSlower, log, routes = sampleRoutes, formFile } = options;
  return faultyLambda(
    createBuiltLambda({
      name: "connect-handler",
      file: findRepository(import.meta.url).lambdaFile("connect-handler"),
      environment: connectHandlerEnvironment(
        { AWS_ENDPOINT_URL_DYNAMODB: dynamoDbEndpoint },
        { routes, formFile },
      ),
      timeoutMs: handlerTimeoutMs,
      timesSlower,
      log,
    }),
  );
}

/** The flows as they are deployed, filled in as CloudFormation would. */
function deployedFlows() {
  const repository = findRepository(import.meta.url);
  const names: Readonly<Record<string, string>> = {
    RouteFunctionArn: sample.connectHandlerArn,
    WhisperFlowArn: `${sample.connectInstanceArn}/contact-flow/${sample.whisperFlowId}`,
    FallbackQueueArn: sample.agentsQueueArn,
  };
  const content = (name: "callback" | "agent-whisper") =>
    readFileSync(repository.flowFile(name), "utf8").replace(
      /\$\{(\w+)\}/g,
      (whole, key: string) => names[key] ?? whole,
    );
  return [
    {
      id: sample.callbackFlowId,
      name: "callback",
      type: "CONTACT_FLOW",
      content: content("callback"),
    },
    {
      id: sample.whisperFlowId,
      name: "agent-whisper",
      type: "AGENT_WHISPER",
      content: content("agent-whisper"),
    },
  ] as const;
}

/** An agent whose screen shows the context that the contact's attribute names, before the first word. */
function agentOf({ ringMs, contactCentre, trace, onAnswered, readScreen }: OpenConnectOptions) {
  const screens = new Map<string, object>();
  return {
    name: "agent",
    acceptsAfterMs: ringMs,
    screenPops: async ({ id, attributes }: Contact): Promise<void> => {
      const screen = await contactCentre.screenOf(attributes.contextId ?? "");
      screens.set(id, screen);
      trace(agentScreenArrow("contact-centre", screen, id));
      await readScreen?.(screen, "queue");
    },
    talks: ({ id, targetQueue }: Contact): Promise<void> =>
      new Promise((resolve) => {
        const agentSees = screens.get(id) ?? {};
        const to = targetQueue?.name ?? queueName;
        onAnswered({ kind: "queue", transactionId: id, to, agentSees, hangUp: resolve });
      }),
  };
}

/** Whoever picks up the phone that Connect rings presses 1. */
function carrierWithAPerson({ carrier, clock }: OpenConnectOptions): Carrier {
  return {
    dial: (request, events) =>
      carrier.dial(
        request,
        request.bridgedWith === undefined
          ? {
              ...events,
              answered: () => {
                events.answered();
                clock.after(pressesAfterMs, () => events.digit("1"));
              },
            }
          : events,
      ),
  };
}

function placedCall(
  { operation, answer, request }: ConnectExchange,
  { contacts }: Connect,
): PlacedCall | undefined {
  if (operation !== "StartOutboundVoiceContact") return undefined;
  const { ContactId } = Object(answer);
  const live = typeof ContactId === "string" ? contacts.find(ContactId) : undefined;
  const { contextId } = Object(Object(request).Attributes);
  return live && { transactionId: live.contact.id, contextId, over: live.over };
}

function requestArrow(exchange: ConnectExchange) {
  const { operation, errorType } = exchange;
  return {
    from: "skill",
    to: "connect",
    kind: "connect.request",
    label: errorType === undefined ? operation : `${operation}: ${errorType}`,
    detail: exchange,
  } as const;
}
