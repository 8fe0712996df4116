import type { CallStarterName } from "@skill-call/call-context";
import { e164Number, isTrustworthyUrl, requirement, secretArn } from "@skill-call/lambda-config";
import * as v from "valibot";
import type { LoginWithAmazon } from "../calls/starters/login-with-amazon.ts";
import { loginUrl } from "./variables.ts";

/** Where Amazon Connect is, and the flow that a contact starts in. */
export interface ConnectInstance {
  readonly instanceId: string;
  readonly flowId: string;
  /** Such as `https://connect.us-east-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly region: string;
  /** Of the agent's page; without one, contacts have no link to it. */
  readonly agentPageUrl?: string;
}

/** How calls are started, with what that takes. */
export type StarterConfig =
  | { readonly name: "skill-call"; readonly smaPhoneNumber: string }
  | {
      readonly name: "callback";
      readonly sipMediaApplicationId: string;
      readonly fromNumber: string;
    }
  | ({
      readonly name: "connect";
      readonly sourceNumber: string;
      readonly queueId?: string;
    } & ConnectInstance)
  | ({ readonly name: "connect-task" } & ConnectInstance)
  | {
      readonly name: "smart-properties";
      readonly extension: string;
      readonly login: LoginWithAmazon;
    };

function text(example: string) {
  return v.string(requirement("must be text", example));
}

const skillCall = v.pipe(
  v.object({ SMA_PHONE_NUMBER: e164Number }),
  v.transform(
    (env): StarterConfig => ({ name: "skill-call", smaPhoneNumber: env.SMA_PHONE_NUMBER }),
  ),
);

const callback = v.pipe(
  v.object({
    SIP_MEDIA_APPLICATION_ID: text("d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e"),
    CALLBACK_FROM_NUMBER: e164Number,
  }),
  v.transform(
    (env): StarterConfig => ({
      name: "callback",
      sipMediaApplicationId: env.SIP_MEDIA_APPLICATION_ID,
      fromNumber: env.CALLBACK_FROM_NUMBER,
    }),
  ),
);

const uuid = v.pipe(
  v.string(requirement("must be an ID", "11111111-2222-4333-8444-555555555555")),
  v.regex(/^[0-9a-f-]{36}$/i, requirement("must be an ID", "11111111-2222-4333-8444-555555555555")),
);

const agentPage = requirement(
  "must be the https URL of the agent's page, without a fragment",
  "https://context.example.com/agent",
);

const connectVariables = {
  CONNECT_INSTANCE_ID: uuid,
  CONNECT_FLOW_ID: uuid,
  // AWS Lambda sets it.
  AWS_REGION: v.optional(v.string(), "us-east-1"),
  AWS_ENDPOINT_URL_CONNECT: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isTrustworthyUrl,
        requirement("must be an https URL", "https://connect.us-east-1.amazonaws.com"),
      ),
    ),
  ),
  AGENT_PAGE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isTrustworthyUrl(text) && !text.includes("#"), agentPage),
    ),
  ),
};

type ConnectEnvironment = v.InferOutput<v.ObjectSchema<typeof connectVariables, undefined>>;

function connectInstance(env: ConnectEnvironment): ConnectInstance {
  const own = `https://connect.${env.AWS_REGION}.amazonaws.com`;
  return {
    instanceId: env.CONNECT_INSTANCE_ID,
    flowId: env.CONNECT_FLOW_ID,
    region: env.AWS_REGION,
    endpoint: (env.AWS_ENDPOINT_URL_CONNECT ?? own).replace(/\/$/, ""),
    ...(env.AGENT_PAGE_URL !== undefined && { agentPageUrl: env.AGENT_PAGE_URL }),
  };
}

const connect = v.pipe(
  v.object({
    ...connectVariables,
    CONNECT_SOURCE_NUMBER: e164Number,
    CONNECT_QUEUE_ID: v.optional(uuid),
  }),
  v.transform(
    (env): StarterConfig => ({
      name: "connect",
      ...connectInstance(env),
      sourceNumber: env.CONNECT_SOURCE_NUMBER,
      ...(env.CONNECT_QUEUE_ID !== undefined && { queueId: env.CONNECT_QUEUE_ID }),
    }),
  ),
);

const connectTask = v.pipe(
  v.object(connectVariables),
  v.transform((env): StarterConfig => ({ name: "connect-task", ...connectInstance(env) })),
);

const smartProperties = v.pipe(
  v.object({
    SMART_PROPERTIES_EXTENSION: text("5000"),
    LWA_CLIENT_ID: text("amzn1.application-oa2-client.…"),
    LWA_SECRET_ARN: secretArn,
    LWA_TOKEN_URL: v.optional(loginUrl, "https://api.amazon.com/auth/o2/token"),
  }),
  v.transform(
    (env): StarterConfig => ({
      name: "smart-properties",
      extension: env.SMART_PROPERTIES_EXTENSION,
      login: {
        tokenUrl: env.LWA_TOKEN_URL,
        clientId: env.LWA_CLIENT_ID,
        secretArn: env.LWA_SECRET_ARN,
      },
    }),
  ),
);

/** The variables that each way to start a call takes. */
export const starterSchemas = {
  "skill-call": skillCall,
  callback,
  connect,
  "connect-task": connectTask,
  "smart-properties": smartProperties,
} satisfies Readonly<Record<CallStarterName, unknown>>;
