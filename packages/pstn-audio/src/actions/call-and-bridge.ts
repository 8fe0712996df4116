import { defined } from "../defined.ts";
import { type BridgeEndpoint, bridgeEndpoints } from "../parameters/bridge-endpoint.ts";
import { callerIdIsOurs } from "../parameters/caller-id.ts";
import { type AudioFile, type S3Object, s3Object, s3ObjectRules } from "../parameters/s3-object.ts";
import { headersOnlyToVoiceConnectors, sipHeadersRule } from "../parameters/sip-headers.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid, type ServiceWords } from "../rules/finding.ts";
import { optional, optionalMap, required } from "../rules/parameter-rules.ts";
import { e164Number, wholeNumber } from "../rules/value-rules.ts";

/** Calls a phone number or a Voice Connector and bridges it with the leg; the new leg is LEG-B. */
export interface CallAndBridgeAction {
  readonly Type: "CallAndBridge";
  readonly Parameters: {
    readonly CallerIdNumber: string;
    readonly Endpoints: readonly [BridgeEndpoint];
    readonly CallTimeoutSeconds?: number;
    readonly RingbackTone?: S3Object;
    readonly SipHeaders?: Readonly<Record<string, string>>;
  };
}

const invalidTimeout = invalid(
  "The MaxCallTimeout parameter is invalid. Timeout must be between 0 and 120 seconds.",
);
const invalidRingtone: ServiceWords = {
  errorType: "InvalidAudioSource",
  message: "Ringtone parameter value is invalid.",
};

export const callAndBridgeRules: ActionRules<CallAndBridgeAction> = {
  parameters: {
    CallerIdNumber: required(
      e164Number,
      invalid("Invalid caller ID."),
      invalid("Caller ID not defined."),
    ),
    Endpoints: bridgeEndpoints,
    CallTimeoutSeconds: optional(wholeNumber(1, 120), invalidTimeout),
    RingbackTone: optionalMap(s3ObjectRules(invalidRingtone), invalidRingtone),
    SipHeaders: sipHeadersRule,
  },
  together: [headersOnlyToVoiceConnectors, callerIdIsOurs],
};

interface BridgeOptions {
  /** A number of the account, or LEG-A's From number; E.164. */
  readonly callerIdNumber: string;
  /** Seconds of ringing, 1 to 120; the service takes 30. */
  readonly timeoutSeconds?: number;
  /** Played to the leg until the other side answers. */
  readonly ringbackTone?: AudioFile;
}

/** A phone number takes no SIP headers. */
interface PhoneBridgeOptions extends BridgeOptions {
  readonly endpoint: { readonly type: "PSTN"; readonly number: string };
  readonly sipHeaders?: never;
}

interface VoiceConnectorBridgeOptions extends BridgeOptions {
  /** `arn` of a Voice Connector or Voice Connector Group; `uri` is the user part of the Request-URI. */
  readonly endpoint: { readonly type: "AWS"; readonly arn: string; readonly uri: string };
  readonly sipHeaders?: Readonly<Record<string, string>>;
}

export type CallAndBridgeOptions = PhoneBridgeOptions | VoiceConnectorBridgeOptions;

/**
 * Calls a phone number, or a Voice Connector, and connects the caller with whoever answers.
 * @throws {ActionParameterError} when the service would refuse it
 * @example callAndBridge({ callerIdNumber: "+12045550100", endpoint: { type: "PSTN", number: "+12045550101" } })
 */
export function callAndBridge(options: CallAndBridgeOptions): CallAndBridgeAction {
  const Parameters = {
    CallerIdNumber: options.callerIdNumber,
    Endpoints: [wireEndpoint(options.endpoint)] as const,
    ...defined({
      CallTimeoutSeconds: options.timeoutSeconds,
      RingbackTone: options.ringbackTone && s3Object(options.ringbackTone),
      SipHeaders: options.sipHeaders && { ...options.sipHeaders },
    }),
  };
  return accepted({ Type: "CallAndBridge", Parameters }, callAndBridgeRules);
}

function wireEndpoint(endpoint: CallAndBridgeOptions["endpoint"]): BridgeEndpoint {
  if (endpoint.type === "PSTN") return { BridgeEndpointType: "PSTN", Uri: endpoint.number };
  return { BridgeEndpointType: "AWS", Arn: endpoint.arn, Uri: endpoint.uri };
}
