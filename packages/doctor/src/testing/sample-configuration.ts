import { readCallForm } from "@skill-call/call-form";
import type { Configuration } from "../configuration.ts";

const routes = {
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
  ],
  otherwise: [{ type: "pstn", number: "+12045550199" }],
};

/** A skill that asks for a name and a plan. */
const form = readCallForm({
  form: {
    company: { name: "Acme", invocationName: "acme help" },
    locales: ["en-US"],
    fields: [
      { id: "callerName", kind: "name" },
      { id: "plan", kind: "choice", choices: ["basic", "business"] },
      { id: "reason", kind: "reason" },
    ],
    reasons: ["billing", "other"],
  },
  words: {
    "en-US": {
      reasons: { billing: { name: "billing" }, other: { name: "something else" } },
      fields: {
        plan: {
          called: ["plan"],
          choices: { basic: { name: "basic" }, business: { name: "business" } },
        },
      },
    },
  },
});

/** Two Lambdas that agree about everything. */
export const soundConfiguration: Configuration = {
  environments: {
    skill: {
      CALL_CONTEXT_TABLE: "call-contexts",
      CALL_STARTER: "skill-call",
      SMA_PHONE_NUMBER: "+16073331111",
      SKILL_ID: "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f",
    },
    "sma-handler": {
      CALL_CONTEXT_TABLE: "call-contexts",
      ALLOWED_SKILL_CLIENT_IDS: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
      CALLER_ID_NUMBER: "+12045550100",
      ROUTES: JSON.stringify(routes),
    },
  },
  region: "us-east-1",
  runtime: "nodejs24.x",
  dialInNumber: "+16073331111",
  reasons: { ids: ["billing", "other"], heard: { "en-US": ["billing", "other"] } },
  form,
  today: "2026-11-23",
  samplesAllowed: true,
};

type Changes = Partial<Omit<Configuration, "environments">> & {
  readonly skill?: Readonly<Record<string, string>>;
  readonly sma?: Readonly<Record<string, string>>;
  /** The Connect handler's; without it there is none. */
  readonly connect?: Readonly<Record<string, string>>;
};

/** The same with something changed. */
export function changed({ skill, sma, connect, ...others }: Changes): Configuration {
  const { environments } = soundConfiguration;
  return {
    ...soundConfiguration,
    ...others,
    environments: {
      skill: { ...environments.skill, ...skill },
      "sma-handler": { ...environments["sma-handler"], ...sma },
      ...(connect && { "connect-handler": connect }),
    },
  };
}

/** ROUTES with these rules; a rule's destination is the contact centre's number unless it names others. */
export function routesWith(
  rules: readonly { readonly when: object; readonly to?: readonly object[] }[],
  otherwise: readonly object[] = routes.otherwise,
): string {
  const filled = rules.map((rule) => ({ to: routes.otherwise, ...rule }));
  return JSON.stringify({ rules: filled, otherwise });
}
