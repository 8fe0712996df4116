import type { Party } from "@skill-call/emulation/trace";

/** Who is at the far end of a leg. */
export type FarEnd = Extract<Party, "caller" | "callee" | "contact-centre" | "meetings">;
