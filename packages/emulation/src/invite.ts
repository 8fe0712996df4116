/** A call on its way in: what a SIP INVITE to a SIP media application says. */
export interface Invite {
  /** E.164 number dialled. */
  readonly to: string;
  /** E.164 number of the caller. */
  readonly from: string;
  /** SIP headers, names in the letter case they were sent in. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Set on calls that an Alexa device starts: the Login with Amazon client ID of the skill. An SMA that
   * does not allow the skill refuses the call before its Lambda is asked.
   */
  readonly skillClientId?: string;
}
