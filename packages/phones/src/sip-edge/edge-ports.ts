import type { Clock } from "@skill-call/emulation";
import type { UserAgent } from "@skill-call/sip";
import type { MediaEndpoint } from "../media/media-endpoint.ts";
import type { MessageStory } from "./message-story.ts";
import type { SipLegs } from "./sip-legs.ts";

export type EdgeLog = (level: "info" | "warn" | "error", message: string) => void;

/** What every leg needs of the world. */
export interface EdgePorts {
  readonly clock: Clock;
  readonly legs: SipLegs;
  /** Our ears and mouth for one leg. */
  readonly openMedia: () => Promise<MediaEndpoint>;
  /** Where the SIP messages are told, if they are. */
  readonly story: Pick<MessageStory, "began" | "ended"> | undefined;
  /** Holds no number and no header's value. */
  readonly log: EdgeLog;
}

export interface DialPorts extends EdgePorts {
  readonly agent: Pick<UserAgent, "invite">;
  /** Host and port of our own address, for the From of a call. */
  readonly ownAddress: string;
}
