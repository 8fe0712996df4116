import { type Deployment, parseDeployment } from "../deployment/deployment.ts";

/** A deployment document with everything in it that can be. */
export const sampleDocument = {
  stage: "prod",
  region: "us-east-1",
  callContext: {
    replicas: [
      {
        region: "us-west-2",
        keyArn: "arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      },
    ],
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:platform-on-call",
  },
  skill: {
    skillId: "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f",
    callStarter: {
      type: "callback",
      sipMediaApplicationId: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
      fromNumber: "+12045550100",
    },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:skill-on-call",
  },
  sma: {
    phoneNumbers: ["+16073331111"],
    callerIdNumber: "+12045550100",
    allowedSkillClientIds: ["amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48"],
    routes: {
      rules: [
        {
          when: { reason: "billing" },
          to: [
            {
              type: "voice-connector",
              arn: "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4",
              uri: "billing",
            },
          ],
        },
        { when: { reason: "sales" }, to: [{ type: "meeting", mediaRegion: "us-east-1" }] },
      ],
      otherwise: [{ type: "pstn", number: "+12045550101" }],
    },
    failover: {
      region: "us-west-2",
      sipMediaApplicationId: "0a1b2c3d-7557-4b6b-a690-3dcfcbf8ab2e",
    },
    messageLogs: true,
    letSkillsIn: true,
    canary: { fromNumber: "+12045550177" },
    alarms: { expectedCalls: { perHour: 60, fromHour: 13, toHour: 5 } },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:telephony-on-call",
  },
  contextApi: {
    authorizer: {
      type: "jwt",
      issuer: "https://login.example.com/",
      audience: ["call-context", "https://contexts.example.com"],
      scopeClaims: ["scope", "roles"],
      scopePrefix: "api/",
      scopes: {
        "Contexts.Read": "call-context:read",
        "Contexts.All": ["call-context:read", "call-context:write"],
      },
    },
    allowedOrigins: ["https://crm.example.com"],
    rateLimit: { rate: 20, burst: 120 },
    agentPage: {
      frameAncestors: ["https://crm.example.com", "https://desk.example.com"],
      login: {
        clientId: "agent-page",
        scope: "openid call-context:read",
        params: { audience: "https://contexts.example.com" },
      },
      accountLink: "https://crm.example.com/accounts/{accountId}",
    },
    domain: {
      name: "contexts.example.com",
      certificateArn:
        "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
    },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:contact-centre-on-call",
  },
  connect: {
    instanceArn:
      "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
    fallbackQueueArn:
      "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/queue/ffffffff-2222-4333-8444-555555555555",
    routes: {
      rules: [
        {
          when: { reason: "billing" },
          to: [
            {
              type: "queue",
              arn: "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/queue/bbbbbbbb-2222-4333-8444-555555555555",
            },
          ],
        },
      ],
      otherwise: [{ type: "pstn", number: "+12045550101" }],
    },
    routesSource: { type: "s3", bucket: "contact-centre", key: "prod/routes.json" },
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:contact-centre-on-call",
  },
  callEvents: {
    webhook: {
      url: "https://crm.example.com/calls",
      secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook-AbCdEf",
    },
    connectInstanceArn:
      "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
    alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:contact-centre-on-call",
  },
} as const;

export const sections = [
  "callContext",
  "skill",
  "sma",
  "contextApi",
  "connect",
  "callEvents",
] as const;

export type Section = (typeof sections)[number];

/** A deployment of one stack and nothing else, some of its section changed. */
export function onlyThe(section: Section, changes: object = {}): Deployment {
  const { stage, region } = sampleDocument;
  return parseDeployment({ stage, region, [section]: { ...sampleDocument[section], ...changes } });
}
