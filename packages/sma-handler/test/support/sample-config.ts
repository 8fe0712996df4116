import { type Config, readConfig } from "../../src/config/config.ts";

export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";
export const callerIdNumber = "+12045550100";
export const voiceConnectorArn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";

export const contactCentre = { type: "voice-connector", arn: voiceConnectorArn, uri: "billing" };
export const secondContactCentre = { ...contactCentre, uri: "overflow", timeoutSeconds: 15 };
export const branchOffice = { type: "pstn", number: "+12045550120" };
export const closestBranch = {
  type: "pstn",
  destinationService: "https://branches.example.com/closest",
};
export const meetingRoom = { type: "meeting", mediaRegion: "us-east-1" };
export const switchboard = { type: "pstn", number: "+12045550199" };

interface SampleConfig {
  /** Destinations of the one rule, for reason `billing`. */
  readonly billing?: readonly object[];
  readonly otherwise?: readonly object[];
  readonly withoutContext?: Config["withoutContext"];
  /** CANARY_NUMBER. */
  readonly canaryNumber?: string;
}

/** A config as the environment of a deployment gives it. */
export function sampleConfig({
  billing = [contactCentre],
  otherwise = [switchboard],
  withoutContext = "otherwise",
  canaryNumber,
}: SampleConfig = {}): Config {
  return readConfig({
    CALL_CONTEXT_TABLE: "skill-call-contexts",
    ALLOWED_SKILL_CLIENT_IDS: skillClientId,
    CALLER_ID_NUMBER: callerIdNumber,
    ROUTES: JSON.stringify({
      rules: [{ when: { reason: "billing" }, to: billing }],
      otherwise,
    }),
    WITHOUT_CONTEXT: withoutContext,
    CANARY_NUMBER: canaryNumber,
  });
}
