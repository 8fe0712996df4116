import type { Clock } from "@skill-call/emulation";
import type { Body, Call, CallAnswer } from "@skill-call/sip";

/** Both ends changed the session at once: the one that owns the Call-ID waits 2.1 to 4 s (RFC 3261 §14.1). */
const glare = 491;
const waitAfterGlareMs = 2_100;
const attempts = 3;

/** Offers another session to the far end; when its own offer crosses, again a moment later. */
export async function reinvited(
  call: Call,
  body: Body | undefined,
  clock: Clock,
): Promise<CallAnswer> {
  let answer = await call.reinvite({ body });
  for (let attempt = 1; attempt < attempts && answer.status === glare; attempt += 1) {
    await new Promise<void>((resolve) => void clock.after(waitAfterGlareMs, resolve));
    answer = await call.reinvite({ body });
  }
  return answer;
}
