import type { Configuration, Part } from "../configuration.ts";
import type { Rule } from "../mistake.ts";

interface Sample {
  readonly pattern: RegExp;
  readonly problem: string;
}

/** What stands in documents for something of the reader's own. */
const samples: readonly Sample[] = [
  {
    pattern:
      /(?:^|[^\w-])(?:[\w-]+\.)*(?:example\.(?:com|net|org)|[\w-]+\.(?:example|invalid|test))(?![\w-]|\.\w)/i,
    problem: "is under a name that nobody has (RFC 2606, such as example.com); put in your own",
  },
  {
    pattern: /(?:^|\D)(?:123456789012|111122223333|444455556666|000000000000)(?!\d)/,
    problem: "names an account that only stands in documents; put in your own, twelve digits",
  },
  {
    pattern: /\+1[2-9]\d{2}55501\d{2}(?!\d)/,
    problem: "is a number that nobody has (555-0100 to 555-0199 are for fiction); put in your own",
  },
  {
    pattern:
      /3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f|84ec9912f0be4066be862afaff9d3c48|abcdef1ghij2klmno3pqr4/,
    problem: "is the ID of the example; put in your own",
  },
  { pattern: /<[a-z][\w -]*>/i, problem: "has a placeholder in angle brackets; put in your own" },
];

/** Variables of ours; an environment may hold those of everything else on a machine. */
const ours =
  /^(?:AGENT|ALLOWED|CALL|CALLBACK|CALLER|CONNECT|CONTEXT|EVENT|IAM|JWT|LWA|ROUTES|SIP|SKILL|SMA|WEBHOOK)(?:_|$)/;

/** Nothing stands as the example has it: a deployment of it would start, and call nobody. */
export const sampleValues: Rule = function* (configuration) {
  if (configuration.samplesAllowed) return;
  for (const { part, place, value } of valuesOf(configuration)) {
    for (const { pattern, problem } of samples) {
      if (pattern.test(value)) yield { ...(part && { part }), place, problem };
    }
  }
};

interface PlacedValue {
  readonly part?: Part;
  readonly place: string;
  readonly value: string;
}

function* valuesOf({ environments, dialInNumber }: Configuration): Generator<PlacedValue> {
  if (dialInNumber !== undefined) yield { place: "sma.phoneNumber", value: dialInNumber };
  for (const [name, environment] of Object.entries(environments)) {
    for (const [variable, text] of Object.entries(environment)) {
      if (!ours.test(variable)) continue;
      for (const { way, value } of textsIn(documentIn(text))) {
        const place = way === "" ? variable : `${variable} at ${way}`;
        yield { part: name as Part, place, value };
      }
    }
  }
}

/** A document in a variable, such as ROUTES; anything else is a text. */
function documentIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

interface Text {
  /** Such as `rules[0].to[1].arn`. */
  readonly way: string;
  readonly value: string;
}

function textsIn(value: unknown, way = ""): readonly Text[] {
  if (typeof value === "string") return [{ way, value }];
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => textsIn(each, `${way}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, way === "" ? key : `${way}.${key}`),
  );
}
