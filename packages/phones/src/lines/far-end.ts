/** Who is at the far end of a leg. */
export type FarEnd = "caller" | "callee" | "contact-centre" | "meetings";
