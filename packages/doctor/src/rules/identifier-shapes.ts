import type { Part } from "../configuration.ts";
import type { Rule } from "../mistake.ts";

interface Identifier {
  readonly part: Part;
  readonly variable: string;
  /** Comma-separated. */
  readonly isList?: true;
  readonly pattern: RegExp;
  readonly what: string;
}

const uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const clientId = {
  pattern: /^amzn1\.application-oa2-client\.[0-9a-f]{32}$/,
  what: "Login with Amazon client ID: amzn1.application-oa2-client. and 32 hex digits",
};

/** Identifiers that Amazon draws, of which the Lambdas look at the beginning at most. */
const identifiers: readonly Identifier[] = [
  {
    part: "skill",
    variable: "SKILL_ID",
    pattern: new RegExp(`^amzn1\\.ask\\.skill\\.${uuid}$`),
    what: "skill ID: amzn1.ask.skill. and a UUID",
  },
  {
    part: "skill",
    variable: "SIP_MEDIA_APPLICATION_ID",
    pattern: new RegExp(`^${uuid}$`),
    what: "SIP media application's ID: a UUID",
  },
  { part: "skill", variable: "LWA_CLIENT_ID", ...clientId },
  { part: "sma-handler", variable: "ALLOWED_SKILL_CLIENT_IDS", isList: true, ...clientId },
];

/** What Amazon drew looks as Amazon draws it. */
export const identifierShapes: Rule = function* ({ environments }) {
  for (const { part, variable, isList = false, pattern, what } of identifiers) {
    const given = environments[part]?.[variable] ?? "";
    for (const [index, value] of (isList ? given.split(",") : [given]).entries()) {
      if (value.trim() === "" || pattern.test(value.trim())) continue;
      const place = isList ? `${variable} at [${index}]` : variable;
      yield { part, place, problem: `has not the shape of a ${what}` };
    }
  }
};
