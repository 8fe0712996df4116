/** By which the window that comes back from the issuer reaches the page that opened it. */
export const signInChannel = "skill-call.sign-in";

/** What it hands over: its query, with the issuer's answer. */
export interface SignedIn {
  readonly type: typeof signInChannel;
  readonly query: string;
}
