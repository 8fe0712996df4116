import { type CallStarterName, callStarters } from "@skill-call/call-context/model";
import {
  agentsQueueArn,
  awsRegion,
  callbackFlowId,
  callerIdNumber,
  connectInstanceId,
  sipMediaApplicationId,
  skillClientId,
  skillId,
  smaNumber,
  tableName,
} from "../samples/sample-numbers.ts";

/** Where the emulated AWS services listen, by the AWS SDK's own variable names. */
export interface AwsEndpoints {
  readonly AWS_ENDPOINT_URL_DYNAMODB: string;
  readonly AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: string;
  readonly AWS_ENDPOINT_URL_CHIME_SDK_VOICE: string;
  readonly AWS_ENDPOINT_URL_CONNECT: string;
}

/** Access key IDs of the laptop: they tell who asked an emulated service, and open nothing. */
export const accessKeyIds = {
  skill: "LAPTOPSKILL",
  smaHandler: "LAPTOPSMAHANDLER",
  connectHandler: "LAPTOPCONNECTHANDLER",
  contactCentre: "LAPTOPCONTACTCENTRE",
} as const;

type Environment = Readonly<Record<string, string>>;

function common(endpoints: Partial<AwsEndpoints>, accessKeyId: string): Environment {
  return {
    ...endpoints,
    AWS_REGION: awsRegion,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: "local",
    // Lambda runs a newer Node; the advice to a laptop's Node 20 would stand in every log.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    CALL_CONTEXT_TABLE: tableName,
  };
}

/** How the skill starts calls: the device places them, or the service or Amazon Connect rings the caller's own phone. */
const carriedOut = {
  "skill-call": true,
  callback: true,
  connect: true,
  // Nobody here takes tasks.
  "connect-task": false,
  // Its calls go to a PBX, and there is none here.
  "smart-properties": false,
} as const satisfies Record<CallStarterName, boolean>;

export type LaptopCallStarter = {
  [Name in CallStarterName]: (typeof carriedOut)[Name] extends true ? Name : never;
}[CallStarterName];

export const laptopCallStarters: readonly LaptopCallStarter[] = callStarters.filter(
  (name): name is LaptopCallStarter => carriedOut[name],
);

/** @param formFile another call form than the repository's own */
export function skillEnvironment(
  endpoints: AwsEndpoints,
  callStarter: LaptopCallStarter,
  formFile?: string,
): Environment {
  return {
    ...common(endpoints, accessKeyIds.skill),
    CALL_STARTER: callStarter,
    SMA_PHONE_NUMBER: smaNumber,
    SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId,
    CALLBACK_FROM_NUMBER: smaNumber,
    CONNECT_INSTANCE_ID: connectInstanceId,
    CONNECT_FLOW_ID: callbackFlowId,
    CONNECT_SOURCE_NUMBER: callerIdNumber,
    SKILL_ID: skillId,
    ...(formFile !== undefined && { CALL_FORM_FILE: formFile }),
  };
}

export interface SmaSettings {
  /** A ROUTES document. */
  readonly routes: unknown;
  readonly withoutContext?: "otherwise" | "reject";
}

export function smaHandlerEnvironment(
  endpoints: AwsEndpoints,
  { routes, withoutContext = "otherwise" }: SmaSettings,
): Environment {
  return {
    ...common(endpoints, accessKeyIds.smaHandler),
    ALLOWED_SKILL_CLIENT_IDS: skillClientId,
    CALLER_ID_NUMBER: callerIdNumber,
    ROUTES: JSON.stringify(routes),
    WITHOUT_CONTEXT: withoutContext,
  };
}

export function connectHandlerEnvironment(
  endpoints: Pick<AwsEndpoints, "AWS_ENDPOINT_URL_DYNAMODB">,
  { routes, formFile }: { readonly routes: unknown; readonly formFile?: string | undefined },
): Environment {
  return {
    ...common(endpoints, accessKeyIds.connectHandler),
    CONNECT_FALLBACK_QUEUE_ARN: agentsQueueArn,
    ROUTES: JSON.stringify(routes),
    ...(formFile !== undefined && { CALL_FORM_FILE: formFile }),
  };
}
