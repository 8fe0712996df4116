import type { UnnamedAction } from "../flow/flow.ts";
import { objectOrEmpty, type RawObject } from "../raw-fields.ts";
import {
  type ActionRules,
  type ErrorBranches,
  inboundAndTransferOnly,
  optional,
  required,
} from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import {
  dtmfDigits,
  e164Number,
  object,
  oneOf,
  orReference,
  wholeNumber,
} from "../rules/value-rules.ts";

/** Rings a number, or a PBX through a Voice Connector of type CallTransferConnector, which AWS grants on request. */
export const transferParticipantToThirdPartyRules: ActionRules = {
  parameters: {
    ThirdPartyPhoneNumber: optional(orReference(e164Number)),
    VoiceConnector: optional(object),
    ThirdPartyConnectionTimeLimitSeconds: required(orReference(wholeNumber(0, 600))),
    ContinueFlowExecution: required(oneOf("True", "False")),
    ThirdPartyDTMFDigits: optional(orReference(dtmfDigits)),
    CallerId: optional(object),
  },
  together: (parameters) => [
    ...oneFarEnd(parameters),
    ...callerId(parameters),
    ...voiceConnector(parameters),
  ],
  errors: errorBranches,
  conditions: "no",
  goesOn: "always",
  refusedIn: inboundAndTransferOnly,
};

/** Measured on the live API: a call that is handed over has no branches for how it went. */
function errorBranches({ ContinueFlowExecution }: RawObject): ErrorBranches {
  return ContinueFlowExecution === "False"
    ? { required: ["NoMatchingError"] }
    : { required: ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"] };
}

function oneFarEnd({ ThirdPartyPhoneNumber, VoiceConnector }: RawObject): readonly Finding[] {
  return (ThirdPartyPhoneNumber === undefined) === (VoiceConnector === undefined)
    ? [
        mistake(
          "parameter",
          "Parameters",
          "has to have one of ThirdPartyPhoneNumber and VoiceConnector",
        ),
      ]
    : [];
}

function callerId({ CallerId }: RawObject): readonly Finding[] {
  const { Number: number } = objectOrEmpty(CallerId);
  const problem = number === undefined ? undefined : orReference(e164Number)(number);
  return problem ? [mistake("parameter", "Parameters.CallerId.Number", problem)] : [];
}

const connectorFields = ["VoiceConnectorType", "VoiceConnectorArn", "FromUser", "ToUser"] as const;

function voiceConnector({ VoiceConnector }: RawObject): readonly Finding[] {
  if (VoiceConnector === undefined) return [];
  const fields = objectOrEmpty(VoiceConnector);
  return connectorFields
    .filter((field) => fields[field] === undefined)
    .map((field) => mistake("parameter", `Parameters.VoiceConnector.${field}`, "is required"));
}

export interface TransferParticipantToThirdPartyOptions<Next extends string> {
  /** E.164, or one reference. */
  readonly number: string;
  /** How long to let it ring: 0 to 600. */
  readonly timeLimitSeconds: number;
  /** A number of the instance, or a reference; without it the far end sees the caller's number. */
  readonly callerIdNumber?: string;
  /** Sent when it answers; at most 50 of `0-9 * #` and comma, which waits for 750 ms. */
  readonly dtmfDigits?: string;
  /** The third party has hung up and the caller is still there. If the caller hangs up, all ends. */
  readonly next: Next;
  readonly failed: Next;
  readonly notAnswered: Next;
  readonly error: Next;
}

/** Rings a number, and comes back to the flow when it hangs up. */
export function transferParticipantToThirdParty<const Next extends string>(
  options: TransferParticipantToThirdPartyOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "TransferParticipantToThirdParty",
    Parameters: {
      ThirdPartyPhoneNumber: options.number,
      ThirdPartyConnectionTimeLimitSeconds: String(options.timeLimitSeconds),
      ContinueFlowExecution: "True",
      ...(options.dtmfDigits && { ThirdPartyDTMFDigits: options.dtmfDigits }),
      ...(options.callerIdNumber && { CallerId: { Number: options.callerIdNumber } }),
    },
    Transitions: {
      NextAction: options.next,
      Errors: [
        { NextAction: options.failed, ErrorType: "CallFailed" },
        { NextAction: options.notAnswered, ErrorType: "ConnectionTimeLimitExceeded" },
        { NextAction: options.error, ErrorType: "NoMatchingError" },
      ],
    },
  };
}
