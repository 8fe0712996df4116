import { type CallForm, correctedSlotName, isOpen, wordsFor } from "@skill-call/call-form";
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
      const instant = now();
      const today = instant.toISOString().slice(0, 10);
      const words = wordsFor(form, getLocale(requestEnvelope));
      const hearing = { form, words, today, readPhoneNumber };
      prepareTurn(input, { hearing, isOpen: isOpen(form.hours, instant) });
    },
  };
}

function saysPhoneNumber({ request }: RequestEnvelope, { fields }: CallForm): boolean {
  if (request.type !== "IntentRequest") return false;
  const slots = request.intent.slots ?? {};
  const phones = fields.filter(({ kind }) => kind === "phone");
  const names = phones.flatMap((field) => [field.id, correctedSlotName(field)]);
  return names.some((name) => slots[name]?.value !== undefined);
}
