import type { CallContext } from "@skill-call/call-context";
import { type CallForm, wordsFor } from "@skill-call/call-form";
import type { ContactFlowEvent } from "@skill-call/contact-flow";
import type { AnswerValues } from "../answer.ts";
import { wordsByLanguage } from "./words.ts";

export interface Speaking {
  readonly event: ContactFlowEvent;
  readonly context: CallContext | undefined;
  /** Says who calls, and what about. */
  readonly form: CallForm;
}

/** Everything that an answer has to say, in the caller's language. */
export function spoken({ event, context, form }: Speaking): AnswerValues {
  const { language, company, reasons } = wordsFor(form, context?.locale ?? event.languageCode);
  const words = wordsByLanguage[language];
  const reason = context && reasons[context.reason.id]?.about;
  const about = reason ? ` ${plain(reason)}` : "";
  const companyName = plain(company.name);
  const rungBack = event.initiationMethod === "API" && event.channel === "VOICE";
  return {
    screen: rungBack ? "yes" : "no",
    greeting: rungBack ? words.greeting(companyName, about) : words.welcome(companyName),
    apology: words.apology,
    whisper: context && words.whisper(plain(context.callerName), about),
    voice: words.voice,
  };
}

/** A flow would fill in what looks like one of its references. */
function plain(text: string): string {
  return text.replaceAll("$", "").trim();
}
