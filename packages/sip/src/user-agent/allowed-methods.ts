import type { Header } from "../message/header-list.ts";

/** What a call may use, and OPTIONS. */
export const allowedMethods: readonly string[] = [
  "INVITE",
  "ACK",
  "CANCEL",
  "BYE",
  "OPTIONS",
  "INFO",
];

export const allowHeader: Header = { name: "Allow", value: allowedMethods.join(", ") };
export const acceptHeader: Header = { name: "Accept", value: "application/sdp" };
