import type { TraceEvent } from "@skill-call/emulation/trace";
import type { FarEnd } from "../lines/far-end.ts";

/** Something that happens at a SIP leg beside what the service does with the call. Its words hold no personal data. */
export type EdgeNote = TraceEvent<FarEnd | "pstn-audio", "sip.note">;
