import type { Laptop } from "../laptop.ts";
import { headersOfCall } from "../samples/contact-centre/context-id-of-call.ts";
import { sipMediaApplicationId, smaNumber } from "../samples/sample-numbers.ts";
import type { CallPlan, PlannedContext } from "./call-plan.ts";
import { type PlacedCall, runCall } from "./run-call.ts";

/** What a call carries, once its context is stored as planned. */
export interface Carried {
  readonly contextId?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stores what the planned call is to carry. */
export async function prepareContext(laptop: Laptop, plan: CallPlan): Promise<Carried> {
  const { context } = plan;
  if (context.kind === "none") return { headers: {} };
  if (context.kind === "garbled") return { headers: { "User-to-User": "6373693;encoding=hex" } };
  const contextId = await storedId(laptop, context);
  const carried = { contextId, headers: headersOfCall(contextId) };
  if (context.kind === "replayed") await useUp(laptop, plan, carried);
  return carried;
}

async function storedId(
  { contactCentre, deskOfThePast }: Laptop,
  planned: Exclude<PlannedContext, { readonly kind: "none" | "garbled" }>,
): Promise<string> {
  if (planned.kind === "known") return planned.contextId;
  const desk = planned.kind === "expired" ? deskOfThePast() : contactCentre;
  return desk.handOver(planned.context);
}

async function useUp(laptop: Laptop, plan: CallPlan, carried: Carried): Promise<void> {
  const firstCall = placeCall(laptop, { ...plan, callback: false }, carried);
  await runCall(laptop, { call: firstCall, hangsUp: "callee", since: laptop.story.mark() });
}

/**
 * Places the call.
 * @throws {VoiceApiError} when a callback would be refused
 */
export function placeCall(laptop: Laptop, plan: CallPlan, carried: Carried): PlacedCall {
  const { pstnAudio } = laptop;
  const { contextId } = carried;
  if (plan.callback) {
    const { transactionId, over } = pstnAudio.createCall({
      sipMediaApplicationId,
      fromPhoneNumber: smaNumber,
      toPhoneNumber: plan.from,
      argumentsMap: contextId === undefined ? {} : { contextId },
      sipHeaders: plan.headers,
    });
    return { transactionId, contextId, over };
  }
  const { from, to, skillClientId } = plan;
  const handle = pstnAudio.placeCall({
    from,
    to,
    headers: { ...carried.headers, ...plan.headers },
    ...(skillClientId !== undefined && { skillClientId }),
  });
  const { transactionId, over } = handle;
  return { transactionId, contextId, over, hangUp: () => handle.hangUp() };
}
