import { isRawObject } from "../raw-fields.ts";
import { type Finding, invalid, refusal, warning } from "../rules/finding.ts";
import {
  checkParameters,
  isAbsent,
  optional,
  type ParameterRule,
  type ParameterRules,
  required,
} from "../rules/parameter-rules.ts";
import { e164Number, oneOf, textMatching, type ValueRule } from "../rules/value-rules.ts";

/** Where CallAndBridge calls to. */
export type BridgeEndpoint = PhoneEndpoint | VoiceConnectorEndpoint;

interface PhoneEndpoint {
  readonly BridgeEndpointType: "PSTN";
  /** E.164. */
  readonly Uri: string;
}

interface VoiceConnectorEndpoint {
  readonly BridgeEndpointType: "AWS";
  /** Of a Voice Connector or a Voice Connector Group. */
  readonly Arn: string;
  /** The user part of the Request-URI. */
  readonly Uri: string;
}

const invalidCount = invalid("Invalid number of endpoints provided.");
const invalidEndpoint = invalid("Endpoint parameter is invalid.");

const voiceConnectorArn = textMatching(
  /^arn:aws[a-z-]*:chime:[a-z\d-]+:\d+:vcg?\/[A-Za-z\d-]+$/,
  "is not the ARN of a Voice Connector or Voice Connector Group",
);
// The guide of 2023 says 1 to 30 characters, that of 2026 1 to 36.
const requestUriUser = textMatching(
  /^[A-Za-z\d&=+$/%\-_!~*().]{1,36}$/,
  "is not 1 to 36 characters of a-z A-Z 0-9 & = + $ / % - _ ! ~ * ( ) .",
);
const nothing: ValueRule = () => "is for AWS endpoints only";

const headersAreSiblings: ParameterRule = (value, field) =>
  isAbsent(value)
    ? []
    : [warning(field, "The service drops SipHeaders here; they belong beside Endpoints.")];

const endpointType = required(oneOf("PSTN", "AWS"), invalidEndpoint);

const phoneRules: ParameterRules = {
  BridgeEndpointType: endpointType,
  Uri: required(e164Number, invalidEndpoint),
  Arn: optional(nothing, invalidEndpoint),
  SipHeaders: headersAreSiblings,
};

const voiceConnectorRules: ParameterRules = {
  BridgeEndpointType: endpointType,
  Uri: required(requestUriUser, invalidEndpoint),
  Arn: required(voiceConnectorArn, invalidEndpoint),
  SipHeaders: headersAreSiblings,
};

/** Exactly one endpoint. */
export const bridgeEndpoints: ParameterRule = (value, field) => {
  if (!Array.isArray(value) || value.length !== 1) {
    return [refusal(invalidCount, field, "is not a list of exactly one endpoint")];
  }
  return checkEndpoint(value[0], `${field}[0]`);
};

function checkEndpoint(endpoint: unknown, field: string): readonly Finding[] {
  if (!isRawObject(endpoint)) return [refusal(invalidEndpoint, field, "is not an object")];
  const { BridgeEndpointType } = endpoint;
  if (BridgeEndpointType === "PSTN") return checkParameters(endpoint, phoneRules, field);
  if (BridgeEndpointType === "AWS") return checkParameters(endpoint, voiceConnectorRules, field);
  return endpointType(BridgeEndpointType, `${field}.BridgeEndpointType`);
}
