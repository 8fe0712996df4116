import type { Header } from "../message/header-list.ts";
import { sessionType } from "../message/session-part.ts";
import { timerExtension } from "./session-timer.ts";

/** What a call may use, and OPTIONS. */
export const allowedMethods: readonly string[] = [
  "INVITE",
  "ACK",
  "CANCEL",
  "BYE",
  "OPTIONS",
  "INFO",
  "UPDATE",
];

export const allowHeader: Header = { name: "Allow", value: allowedMethods.join(", ") };
/** What of other RFCs we can. */
export const supportedHeader: Header = { name: "Supported", value: timerExtension };
export const acceptHeader: Header = {
  name: "Accept",
  value: `${sessionType}, multipart/mixed`,
};
