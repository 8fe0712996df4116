/** Where the simulated calls go: every kind of destination, each with others to fall back on. */
const voiceConnectorArn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
export const smaNumber = "+16073331111";
export const sipMediaApplicationId = "46e6f593-1f1c-4808-9166-a141624cf145";
export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";
/** Of a skill that the SIP media application lets in, and the SMA handler does not know. */
export const strangerClientId = "amzn1.application-oa2-client.00000000000000000000000000000000";
export const tableName = "call-contexts";
/** Of those that a destination service picks. */
export const branchNumber = "+12044880130";
/** What it must never have called: premium, satellite, another country, emergency, nonsense. */
export const strangeNumbers = [
  "+19005550123",
  "+8816315555",
  "+442079460000",
  "+911",
  "+12",
  "",
  "call me",
];
export const receptionNumber = "+12044880101";

const contactCentre = {
  type: "voice-connector",
  arn: voiceConnectorArn,
  uri: "support",
  timeoutSeconds: 20,
};
const reception = { type: "pstn", number: receptionNumber };
const closestBranch = {
  type: "pstn",
  destinationService: "https://branches.example.com/",
  allow: { countries: ["US", "CA"] },
};
const meeting = { type: "meeting", mediaRegion: "us-east-1" };

export const smaHandlerEnvironment = {
  CALL_CONTEXT_TABLE: tableName,
  ALLOWED_SKILL_CLIENT_IDS: skillClientId,
  CALLER_ID_NUMBER: smaNumber,
  ROUTES: JSON.stringify({
    rules: [
      { when: { reason: "billing" }, to: [contactCentre, reception] },
      { when: { reason: ["order-status", "sales"] }, to: [closestBranch, reception] },
      { when: { reason: "technical-support" }, to: [meeting, contactCentre] },
    ],
    otherwise: [contactCentre, reception],
  }),
};
