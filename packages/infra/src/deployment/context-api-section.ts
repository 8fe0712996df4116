import * as v from "valibot";
import { arn, domainName, httpsUrl, name, origin, topicArn } from "./formats.ts";

const namesMessage = "must be a name, or a list of names";

const names = v.union([name, v.pipe(v.array(name), v.nonEmpty(namesMessage))], namesMessage);

const authorizer = v.pipe(
  v.variant(
    "type",
    [
      v.strictObject({
        type: v.literal("jwt"),
        issuer: name,
        audience: names,
        /** Where the issuer's keys are, when not where OpenID Connect discovery says. */
        jwksUrl: v.optional(httpsUrl),
        /** The claims that hold scopes. */
        scopeClaims: v.optional(names),
        /** Only names that begin so count. */
        scopePrefix: v.optional(name),
        /** What the issuer's own names grant. */
        scopes: v.optional(v.record(name, names, "must be names and the scopes they grant")),
        /** The Lambda checks every token; `checks`: API Gateway does it too, before the Lambda. */
        gateway: v.optional(v.picklist(["passes", "checks"], "must be passes or checks"), "passes"),
      }),
      v.strictObject({ type: v.literal("iam") }),
    ],
    'must have a type of "jwt" or "iam"',
  ),
  v.check(
    (authorizer) =>
      authorizer.type !== "jwt" ||
      authorizer.gateway !== "checks" ||
      authorizer.jwksUrl === undefined,
    "API Gateway finds keys by OpenID Connect discovery alone; leave out jwksUrl, or let the gateway pass",
  ),
);

/** Some agents' screens a second; more is a mistake or an attack until the document says otherwise. */
export const defaultThrottle = { rate: 50, burst: 100 };

const wholeNumber = "must be a whole number above 0";
const atLeastOne = v.pipe(
  v.number(wholeNumber),
  v.integer(wholeNumber),
  v.minValue(1, wholeNumber),
);

const aboveZero = "must be a number above 0";

const origins = v.array(origin, "must be a list of origins");

/** What the agent's page is told. */
const agentPage = v.strictObject({
  /** Pages of these origins may show it in a frame. */
  frameAncestors: v.optional(origins, []),
  /** The issuer's public client, by which agents sign in on the page. */
  login: v.optional(
    v.strictObject({
      clientId: name,
      scope: v.optional(v.string()),
      /** What else the issuer wants to be asked. */
      params: v.optional(v.record(v.string(), v.string())),
    }),
  ),
  /** Address of an account in the CRM, with `{accountId}` in it. */
  accountLink: v.optional(v.string()),
});

/** The Lambda itself says what may be in most of it; `pnpm synth` and the doctor ask it. */
export const contextApiSection = v.strictObject({
  authorizer,
  allowedOrigins: v.optional(origins, []),
  /** Requests a second of all callers together, and how many at once before that holds. */
  throttle: v.optional(v.strictObject({ rate: atLeastOne, burst: atLeastOne }), defaultThrottle),
  /** The same of one caller. */
  rateLimit: v.optional(
    v.strictObject({
      rate: v.pipe(v.number(aboveZero), v.gtValue(0, aboveZero)),
      burst: v.optional(atLeastOne),
    }),
  ),
  agentPage: v.optional(agentPage, {}),
  domain: v.optional(
    v.strictObject({
      name: domainName,
      certificateArn: arn(
        "acm",
        "a certificate",
        "certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
      ),
    }),
  ),
  /** Where alarms are sent; without it they are only seen. */
  alarmTopicArn: v.optional(topicArn),
});
