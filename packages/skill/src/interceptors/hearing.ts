import { type CallForm, wordsFor } from "@skill-call/call-form";
import { getLocale, type RequestInterceptor } from "ask-sdk-core";
import type { RequestEnvelope } from "ask-sdk-model";
import { prepareTurn } from "../alexa/turn.ts";

/** Reads a phone number as it was said: E.164, or nothing where it is of none of these countries. */
export type ReadPhoneNumber = (spoken: string, countries: readonly string[]) => string | undefined;

export interface HearingPorts {
  readonly form: CallForm;
  readonly now: () => Date;
  /** Loads what reads phone numbers: that takes longer than all else, and few answers are any. */
  readonly loadPhoneNumbers: () => Promise<ReadPhoneNumber>;
}

/** Gives the handlers what they need to understand answers. */
export function hearingInterceptor({
  form,
  now,
  loadPhoneNumbers,
}: HearingPorts): RequestInterceptor {
  return {
    async process(input) {
      const { requestEnvelope } = input;
      const readPhoneNumber = saysPhoneNumber(requestEnvelope, form)
        ? await loadPhoneNumbers()
        : () => undefined;
      const today = now().toISOString().slice(0, 10);
      const words = wordsFor(form, getLocale(requestEnvelope));
      prepareTurn(input, { hearing: { form, words, today, readPhoneNumber } });
    },
  };
}

function saysPhoneNumber({ request }: RequestEnvelope, { fields }: CallForm): boolean {
  if (request.type !== "IntentRequest") return false;
  const slots = request.intent.slots ?? {};
  return fields.some(({ id, kind }) => kind === "phone" && slots[id]?.value !== undefined);
}
