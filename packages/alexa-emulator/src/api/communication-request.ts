import * as v from "valibot";

/** `communicationProviderId` of a SIP media application's number, and of a property's telephone system. */
const skillCallingProvider = "amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002";
const smartPropertiesProvider = "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002";

const participant = v.strictObject({
  id: v.strictObject({
    type: v.string(),
    value: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  }),
  endpointId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
  isOriginator: v.optional(v.boolean()),
  communicationProviderId: v.optional(v.string()),
});

const schema = v.strictObject({
  participants: v.pipe(v.array(participant), v.length(2)),
  clientContext: v.strictObject({
    clientSessionId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  }),
});

type Participant = v.InferOutput<typeof participant>;

/** A call that a skill wants: to a phone number, or to an extension of the property's telephone system. */
export interface CommunicationRequest {
  readonly kind: "skill-call" | "property-call";
  readonly clientSessionId: string;
  /** The originator's number, or the unit's communication profile. */
  readonly from: string;
  readonly to: string;
  readonly endpointId: string;
}

/** A call, or what is wrong with the request. */
export type CommunicationReading =
  | { readonly request: CommunicationRequest; readonly problem?: never }
  | { readonly request?: never; readonly problem: string };

/** Reads the body of StartCommunicationSession by every rule that is published. */
export function readCommunicationRequest(body: unknown): CommunicationReading {
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { problem: `${v.getDotPath(issue) ?? "the body"}: ${issue.message}` };
  }
  const { participants, clientContext } = parsed.output;
  const originator = participants.find(({ isOriginator }) => isOriginator === true);
  const other = participants.find((each) => each !== originator);
  if (!originator || !other || other.isOriginator)
    return { problem: "participants: one of the two has to be the originator, and one not" };
  const { endpointId } = originator;
  if (endpointId === undefined)
    return { problem: "participants: the originator has no endpointId" };
  const problem = isOfProperty(originator)
    ? propertyProblem(originator, other)
    : phoneProblem(originator, other);
  if (problem) return { problem };
  return {
    request: {
      kind: isOfProperty(originator) ? "property-call" : "skill-call",
      clientSessionId: clientContext.clientSessionId,
      from: originator.id.value,
      to: other.id.value,
      endpointId,
    },
  };
}

function isOfProperty({ communicationProviderId }: Participant): boolean {
  return communicationProviderId === smartPropertiesProvider;
}

function phoneProblem(originator: Participant, other: Participant): string | undefined {
  for (const { id } of [originator, other]) {
    if (id.type !== "PHONE_NUMBER") return `participants: id.type "${id.type}" is not PHONE_NUMBER`;
    if (!isE164(id.value)) return `participants: id.value "${id.value}" is not in E.164 format`;
  }
  return providerProblem(other, skillCallingProvider);
}

function propertyProblem(originator: Participant, other: Participant): string | undefined {
  if (originator.id.type !== "COMMUNICATION_PROFILE_ID")
    return `participants: id.type "${originator.id.type}" is not COMMUNICATION_PROFILE_ID`;
  if (other.id.type !== "RAW_ADDRESS")
    return `participants: id.type "${other.id.type}" is not RAW_ADDRESS`;
  return providerProblem(other, smartPropertiesProvider);
}

function providerProblem(other: Participant, provider: string): string | undefined {
  return other.communicationProviderId === provider
    ? undefined
    : `participants: communicationProviderId "${other.communicationProviderId}" is not ${provider}`;
}

/** ITU-T E.164: a plus, then at most 15 digits, the first not 0. */
function isE164(value: string): boolean {
  return /^\+[1-9]\d{1,14}$/.test(value);
}
