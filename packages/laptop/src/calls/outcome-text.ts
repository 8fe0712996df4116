import type { CallReport } from "./call-report.ts";

/** How a call ended, for people. */
export function outcomeText({ outcome, destination, refused }: CallReport): string {
  switch (outcome) {
    case "connected":
      return destination ? `Connected to ${destinationText(destination)}` : "Connected";
    case "announced":
      return "Not connected: the caller heard what to do";
    case "refused":
      return `Refused with ${refused?.sipCode ?? 480}: Alexa says that the contact is not available`;
    case "unanswered":
      return "The caller did not answer the callback";
    case "abandoned":
      return "The caller hung up before anybody answered";
    case "silent":
      return "Not connected, and the caller heard nothing";
  }
}

function destinationText({ type, to }: NonNullable<CallReport["destination"]>): string {
  switch (type) {
    case "voice-connector":
      return `the contact centre (${to})`;
    case "pstn":
      return to;
    case "meeting":
      return "an agent in a meeting";
    case "queue":
      return `an agent of the queue ${to}`;
  }
}
