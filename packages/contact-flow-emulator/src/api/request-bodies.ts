import * as v from "valibot";
import { ConnectApiError } from "./connect-api-error.ts";

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

const e164 = v.pipe(v.string(), v.regex(/^\+[1-9]\d{1,14}$/, "is not an E.164 number"));

/** Keys of letters, digits, - and _; all of it at most 32,768 bytes. */
const attributes = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/, "has a key that is refused")), v.string()),
  v.check(
    (map) => Buffer.byteLength(Object.entries(map).flat().join("")) <= 32_768,
    "has more than 32,768 bytes",
  ),
);

/** The types that a contact may begin with, named and all of it at most 4,096 bytes (API reference, Reference). */
const references = v.pipe(
  v.record(
    v.pipe(v.string(), v.minLength(1, "has no name")),
    v.object({
      Type: v.picklist(
        ["URL", "NUMBER", "STRING", "DATE", "EMAIL"],
        "is not URL, NUMBER, STRING, DATE or EMAIL",
      ),
      Value: v.string(),
    }),
  ),
  v.check((map) => Buffer.byteLength(textOf(map)) <= 4_096, "has more than 4,096 bytes"),
);

function textOf(map: Readonly<Record<string, { readonly Value: string }>>): string {
  return Object.entries(map)
    .map(([name, { Value }]) => name + Value)
    .join("");
}

const described = {
  ClientToken: v.nullish(v.pipe(v.string(), v.maxLength(500))),
  Attributes: v.nullish(attributes),
  References: v.nullish(references),
  Name: v.nullish(v.pipe(v.string(), v.maxLength(512))),
  Description: v.nullish(v.pipe(v.string(), v.maxLength(4_096))),
  RelatedContactId: v.nullish(v.string()),
};

export const outboundVoiceBody = v.pipe(
  v.object({
    ...described,
    InstanceId: id,
    ContactFlowId: id,
    DestinationPhoneNumber: e164,
    SourcePhoneNumber: v.nullish(e164),
    QueueId: v.nullish(v.string()),
    RingTimeoutInSeconds: v.nullish(v.pipe(v.number(), v.minValue(15), v.maxValue(60))),
    TrafficType: v.nullish(v.picklist(["GENERAL", "CAMPAIGN"])),
    AnswerMachineDetectionConfig: v.nullish(v.looseObject({})),
  }),
  v.check(
    ({ SourcePhoneNumber, QueueId }) => Boolean(SourcePhoneNumber ?? QueueId),
    "needs a SourcePhoneNumber or a QueueId",
  ),
  v.check(
    ({ TrafficType, AnswerMachineDetectionConfig }) =>
      !AnswerMachineDetectionConfig || TrafficType === "CAMPAIGN",
    "asks for answering machine detection, which needs TrafficType CAMPAIGN",
  ),
);

export const taskBody = v.object({
  ...described,
  Name: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
  InstanceId: id,
  ContactFlowId: v.nullish(id),
});

export const attributesBody = v.object({
  InstanceId: id,
  InitialContactId: id,
  Attributes: attributes,
});

export const stopBody = v.object({ InstanceId: id, ContactId: id });

/**
 * Reads a request's body.
 * @throws {ConnectApiError} InvalidParameterException naming every member that breaks a rule
 */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => {
    const rule = issue.input === undefined ? "is required" : issue.message;
    return `${v.getDotPath(issue) ?? "The request"} ${rule}`;
  });
  throw new ConnectApiError("InvalidParameterException", `${problems.join("; ")}.`);
}
