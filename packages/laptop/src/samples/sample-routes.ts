import { awsRegion, receptionNumber, voiceConnectorArn } from "./sample-numbers.ts";

/** A ROUTES document that shows every kind of destination, each with a second one to fall back on. */
export function sampleRoutes({ destinationServiceUrl }: { destinationServiceUrl: string }) {
  const reception = { type: "pstn", number: receptionNumber };
  const contactCentre = (uri: string) => ({
    type: "voice-connector",
    arn: voiceConnectorArn,
    uri,
    timeoutSeconds: 20,
  });
  const closestBranch = {
    type: "pstn",
    destinationService: destinationServiceUrl,
    allow: { countries: ["US", "CA"] },
  };
  return {
    rules: [
      { when: { reason: "billing" }, to: [contactCentre("billing"), reception] },
      {
        when: { reason: ["order-status", "sales"] },
        to: [closestBranch, reception],
      },
      {
        when: { reason: "technical-support" },
        to: [{ type: "meeting", mediaRegion: awsRegion }, contactCentre("technical-support")],
      },
    ],
    otherwise: [contactCentre("reception"), reception],
  };
}
