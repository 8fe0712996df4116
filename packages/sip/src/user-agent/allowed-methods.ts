import type { Header } from "../message/header-list.ts";

/** What we do not answer 405 or 501. */
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
