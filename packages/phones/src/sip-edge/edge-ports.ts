import type { Clock } from "@skill-call/emulation";
import type { UserAgent } from "@skill-call/sip";
import type { MediaEndpoint } from "../media/media-endpoint.ts";
import type { EdgeNote } from "./edge-note.ts";
import type { MessageStory } from "./message-story.ts";
import type { SessionRules } from "./session-rules.ts";
import type { SipLegs } from "./sip-legs.ts";

export type EdgeLog = (level: "info" | "warn" | "error", message: string) => void;

/** Ears and a mouth for one leg. */
export interface MediaWanted {
  /** Address or name of the far end: what it is told to send to may depend on where it is. */
  readonly peer: string;
  /** Says nothing before the far end has shown that it is there. */
  readonly waits: boolean;
}

export type OpenMedia = (wanted: MediaWanted) => Promise<MediaEndpoint>;

/** What every leg needs of the world. */
export interface EdgePorts {
  readonly clock: Clock;
  readonly legs: SipLegs;
  readonly openMedia: OpenMedia;
  readonly rules: SessionRules;
  /** How long a far end may be still before it is asked whether it is there; for ever without it. */
  readonly inactivityMs?: number | undefined;
  /** Where the SIP messages are told, if they are. */
  readonly story: Pick<MessageStory, "began" | "ended"> | undefined;
  readonly tell: (note: EdgeNote) => void;
  /** Holds no number and no header's value. */
  readonly log: EdgeLog;
}

export interface DialPorts extends EdgePorts {
  readonly agent: Pick<UserAgent, "invite">;
  /** Host and port of our own address as a peer knows it, for the From of a call. */
  readonly ownAddress: (peer: string) => string;
}
