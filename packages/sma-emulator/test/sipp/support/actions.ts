import { deskNumber, smaNumber, voiceConnectorArn } from "./emulator-under-test.ts";

// Actions as a stranger's Lambda writes them.

export const toVoiceConnector = (SipHeaders: object = {}, CallTimeoutSeconds = 30) => ({
  Type: "CallAndBridge",
  Parameters: {
    CallTimeoutSeconds,
    CallerIdNumber: smaNumber,
    Endpoints: [{ BridgeEndpointType: "AWS", Arn: voiceConnectorArn, Uri: "billing" }],
    SipHeaders,
  },
});

export const toNumber = (Uri = deskNumber, CallTimeoutSeconds = 30) => ({
  Type: "CallAndBridge",
  Parameters: {
    CallTimeoutSeconds,
    CallerIdNumber: smaNumber,
    Endpoints: [{ BridgeEndpointType: "PSTN", Uri }],
  },
});

export const hangup = (SipResponseCode = "0") => ({
  Type: "Hangup",
  Parameters: { ParticipantTag: "LEG-A", SipResponseCode },
});

export const speak = (Text: string) => ({
  Type: "Speak",
  Parameters: { CallId: "LEG-A's CallId", Text },
});
