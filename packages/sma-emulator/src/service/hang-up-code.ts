/** Busy, and the two ways to decline: a phone that rejects a call signals busy to most carriers. */
const busy = [486, 600, 603];

/** How a HANGUP event puts the SIP status of a call that was not answered. */
export function hangUpCode(sipCode: number): 480 | 486 {
  return busy.includes(sipCode) ? 486 : 480;
}
