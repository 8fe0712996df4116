import { randomBytes } from "node:crypto";

/** Where the identifiers of messages come from; each must be unguessable and never come twice. */
export interface IdSource {
  /** Names a transaction; starts with `z9hG4bK`: RFC 3261 §8.1.1.7. */
  branch(): string;
  /** Names one party of a dialog. */
  tag(): string;
  callId(): string;
}

export const randomIds: IdSource = {
  branch: () => `z9hG4bK${randomBytes(12).toString("hex")}`,
  tag: () => randomBytes(8).toString("hex"),
  callId: () => randomBytes(16).toString("hex"),
};
