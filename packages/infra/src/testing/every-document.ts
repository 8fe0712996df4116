import { type Deployment, parseDeployment } from "../deployment/deployment.ts";
import type { TemplateJson } from "./changes.ts";
import { type Section, sampleDocument, sections } from "./sample-deployment.ts";
import { templateOf } from "./synthesize.ts";

const { failover, routes } = sampleDocument.sma;
const { webhook, connectInstanceArn } = sampleDocument.callEvents;
const toOneNumber = { rules: [], otherwise: [{ type: "pstn", number: "+12045550101" }] };
const secondNumber = "+16073332222";

const inAppConfig = {
  type: "appconfig",
  application: "a1b2c3d",
  environment: "e4f5g6h",
  configuration: "i7j8k9l",
  extensionArn: "arn:aws:lambda:us-east-1:027255383542:layer:AWS-AppConfig-Extension-Arm64:120",
};

const otherTable = {
  name: "call-contexts-restored",
  arn: "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts-restored",
  keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
};

/** The sample without its optional parts. */
const least: Readonly<Record<Section, object>> = {
  callContext: { replicas: [], alarmTopicArn: undefined },
  skill: {
    callStarter: { type: "skill-call", smaPhoneNumber: "+16073331111" },
    alarmTopicArn: undefined,
  },
  sma: {
    phoneNumbers: [],
    failover: undefined,
    canary: undefined,
    messageLogs: false,
    letSkillsIn: false,
    routes: toOneNumber,
    alarmTopicArn: undefined,
  },
  contextApi: {
    authorizer: { type: "iam" },
    allowedOrigins: [],
    rateLimit: undefined,
    agentPage: undefined,
    domain: undefined,
    alarmTopicArn: undefined,
  },
  connect: { routesSource: undefined, alarmTopicArn: undefined },
  callEvents: { webhook: undefined, alarmTopicArn: undefined },
};

/** What may be added to that, one by one and all together. */
const optional: Readonly<Record<Section, Readonly<Record<string, object>>>> = {
  callContext: {
    replica: { replicas: sampleDocument.callContext.replicas },
    restored: { restoredTable: otherTable },
    alarms: { alarmTopicArn: sampleDocument.callContext.alarmTopicArn },
  },
  skill: {
    callback: { callStarter: sampleDocument.skill.callStarter },
    connect: {
      callStarter: {
        type: "connect",
        instanceArn:
          "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
        flowId: "22222222-2222-4333-8444-555555555555",
        sourceNumber: "+16075550111",
      },
    },
    "smart properties": {
      callStarter: {
        type: "smart-properties",
        extension: "5000",
        clientId: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
        loginSecretArn:
          "arn:aws:secretsmanager:us-east-1:123456789012:secret:skill-call/login-AbCdEf",
      },
    },
    alarms: { alarmTopicArn: sampleDocument.skill.alarmTopicArn },
  },
  sma: {
    number: { phoneNumbers: ["+16073331111"] },
    "another number": { phoneNumbers: [secondNumber] },
    "two numbers": { phoneNumbers: ["+16073331111", secondNumber] },
    failover: { phoneNumbers: ["+16073331111"], failover },
    canary: { phoneNumbers: ["+16073331111"], canary: sampleDocument.sma.canary },
    "message logs": { messageLogs: true },
    "skills let in": { letSkillsIn: true },
    meetings: { routes },
    "routes in AppConfig": { routesSource: inAppConfig },
    alarms: { alarmTopicArn: sampleDocument.sma.alarmTopicArn },
  },
  contextApi: {
    "tokens that the gateway checks": {
      authorizer: { ...sampleDocument.contextApi.authorizer, gateway: "checks" },
    },
    jwt: { authorizer: sampleDocument.contextApi.authorizer },
    origins: { allowedOrigins: sampleDocument.contextApi.allowedOrigins },
    domain: { domain: sampleDocument.contextApi.domain },
    alarms: { alarmTopicArn: sampleDocument.contextApi.alarmTopicArn },
  },
  connect: {
    routes: { routes: toOneNumber },
    "routes in a bucket": { routesSource: sampleDocument.connect.routesSource },
    alarms: { alarmTopicArn: sampleDocument.connect.alarmTopicArn },
  },
  callEvents: {
    "a webhook alone": { webhook, connectInstanceArn: undefined },
    "an event bus": { eventBusArn: "arn:aws:events:us-east-1:123456789012:event-bus/calls" },
    "a webhook": { webhook, eventBusArn: undefined, connectInstanceArn },
    alarms: { alarmTopicArn: sampleDocument.callEvents.alarmTopicArn },
  },
};

export interface NamedDocument {
  readonly name: string;
  readonly deployment: Deployment;
}

function documentsOf(section: Section): NamedDocument[] {
  const { stage, region } = sampleDocument;
  const document = (name: string, changes: object): NamedDocument => ({
    name: `${section} ${name}`,
    deployment: parseDeployment({
      stage,
      region,
      [section]: { ...sampleDocument[section], ...least[section], ...changes },
    }),
  });
  const parts = Object.entries(optional[section]);
  return [
    document("alone", {}),
    ...parts.map(([name, part]) => document(`with ${name}`, part)),
    document("with everything", Object.assign({}, ...parts.map(([, part]) => part))),
  ];
}

interface NamedTemplate {
  readonly name: string;
  readonly template: TemplateJson;
}

/** Each stack with and without each optional part of its section. */
export function everyTemplate(): Readonly<Record<Section, readonly NamedTemplate[]>> {
  const templates = sections.map((section) => [
    section,
    documentsOf(section).map(({ name, deployment }) => ({
      name,
      template: templateOf(deployment).toJSON() as TemplateJson,
    })),
  ]);
  return Object.fromEntries(templates);
}
