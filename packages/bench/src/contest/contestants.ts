import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { audience } from "../stub/open-id.ts";
import type { StubStart } from "../stub/stub-messages.ts";
import { lastTurn, launchTurn } from "./alexa-turns.ts";
import { queue, routeContact } from "./contact-event.ts";
import { readContext } from "./http-event.ts";
import { newInboundCall, smaEnvironment } from "./sma-call.ts";

/** A Lambda and what it is asked. */
export interface Contestant {
  /** As it stands in tables. */
  readonly name: string;
  /** The built file; its folder is what is deployed. */
  readonly lambda: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Another event each time. @param contextId one that stands in the table */
  event(contextId: string): unknown;
  /** What has to stand in its answer: a Lambda that fails is quick. */
  readonly answers: RegExp;
}

/** Takes nothing but a context ID. */
function peer(file: string, name: string, answers = /Ana/): Contestant {
  return {
    name,
    lambda: fileURLToPath(new URL(`./peers/${file}.cjs`, import.meta.url)),
    environment: {},
    event: (contextId) => ({ contextId, transactionId: randomUUID() }),
    answers,
  };
}

/** What all others are divided by. */
export const plainClient = "plain DocumentClient";

export const nothing = peer("nothing", "an empty process", /\{\}/);

export const peers = {
  plain: peer("plain-document-client", plainClient),
  plainDefaults: peer("plain-document-client-defaults", "the same, all of esbuild's defaults"),
  env: peer("env-document-client", "DocumentClient, credentials of the environment only"),
  powertools: peer("powertools-document-client", "Powertools and DocumentClient"),
  raw: peer("raw-signed-request", "a request signed by hand"),
  awsLite: peer("aws-lite", "aws-lite"),
  sample: peer("aws-sample", "the style of AWS's samples (Get, Update)", /CallAndBridge/),
  electrodb: peer("electrodb", "electrodb"),
  toolbox: peer("dynamodb-toolbox", "dynamodb-toolbox"),
} as const;

/** Parts of ours, by themselves. */
export const parts = {
  claim: peer("store-claim", "claim alone, lean-dynamodb"),
  claimSdk: peer("store-claim-sdk", "claim alone, the SDK's client"),
} as const;

function ours(room: string): string {
  return fileURLToPath(new URL(`../../${room}/dist/lambda/index.mjs`, import.meta.url));
}

/** X-Ray's daemon has an address on a Lambda; what nobody receives there is lost, as UDP is. */
const sampled = {
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:2000",
  LAMBDA_TASK_ROOT: "/var/task",
  _HANDLER: "index.handler",
  _X_AMZN_TRACE_ID: "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1",
};

/** Our Lambdas, as they are deployed. */
export function ourLambdas({ endpoint, token }: StubStart) {
  const invite: Contestant = {
    name: "SMA handler, INVITE",
    lambda: ours("sma-handler"),
    environment: smaEnvironment,
    event: newInboundCall,
    answers: /CallAndBridge/,
  };
  const skill = { CALL_STARTER: "skill-call", SMA_PHONE_NUMBER: "+16073331111" };
  // One agent, who asks without a pause.
  const api = { JWT_ISSUER: endpoint, JWT_AUDIENCE: audience, RATE_LIMIT: "900000/900000" };
  const contact = { CONNECT_FALLBACK_QUEUE_ARN: queue, ROUTES: contactRoutes };
  return {
    invite,
    inviteSampled: {
      ...invite,
      name: "SMA handler, INVITE, trace sampled",
      environment: { ...smaEnvironment, ...sampled },
    },
    skillLaunch: {
      name: "skill, launch",
      lambda: ours("skill"),
      environment: skill,
      event: () => launchTurn(endpoint),
      answers: /outputSpeech/,
    },
    skillLastTurn: {
      name: "skill, the last turn",
      lambda: ours("skill"),
      environment: skill,
      event: () => lastTurn(endpoint),
      answers: /Calling Example Support about billing now/,
    },
    contextApi: {
      name: "context API, GET",
      lambda: ours("context-api"),
      environment: api,
      event: (contextId) => readContext(contextId, token),
      answers: /"statusCode":200/,
    },
    connect: {
      name: "Connect handler, route",
      lambda: ours("connect-handler"),
      environment: contact,
      event: (contextId) => routeContact(contextId, randomUUID()),
      answers: /"route":"queue"/,
    },
  } satisfies Record<string, Contestant>;
}

const contactRoutes = JSON.stringify({ rules: [], otherwise: [{ type: "queue", arn: queue }] });

export type OurLambdas = ReturnType<typeof ourLambdas>;
