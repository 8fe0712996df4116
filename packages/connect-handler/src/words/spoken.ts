import type { CallContext } from "@skill-call/call-context";
import type { ContactFlowEvent } from "@skill-call/contact-flow";
import type { AnswerValues } from "../answer.ts";
import { languageOf } from "./language.ts";
import { wordsByLanguage } from "./words.ts";

export interface Speaking {
  readonly event: ContactFlowEvent;
  readonly context: CallContext | undefined;
  readonly companyName: string;
}

/** Everything that an answer has to say, in the caller's language. */
export function spoken({ event, context, companyName }: Speaking): AnswerValues {
  const words = wordsByLanguage[languageOf(context?.locale ?? event.languageCode)];
  const about = (context && words.about[context.reason.id]) ?? "";
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
