import { type Action, hangup, type PstnAudioEvent, speak } from "@skill-call/pstn-audio";
import type { Language } from "./call-state.ts";
import { callerLeg, hangUpAll, legsStillUp } from "./legs.ts";

interface Voice {
  readonly languageCode: string;
  /** A standard voice: the apology must not fail where neural ones are not to be had. */
  readonly voiceId: string;
  readonly text: string;
}

const voices: Readonly<Record<Language, Voice>> = {
  en: {
    languageCode: "en-US",
    voiceId: "Joanna",
    text: "We are sorry, we could not connect your call. Please try again in a few minutes. Goodbye.",
  },
  es: {
    languageCode: "es-US",
    voiceId: "Lupe",
    text: "Lo sentimos, no hemos podido conectar su llamada. Por favor, inténtelo de nuevo en unos minutos. Adiós.",
  },
  fr: {
    languageCode: "fr-CA",
    voiceId: "Chantal",
    text: "Nous sommes désolés, nous n'avons pas pu établir votre appel. Veuillez réessayer dans quelques minutes. Au revoir.",
  },
};

/** Says sorry to the caller, then hangs up every leg. */
export function apologyAndHangUp(event: PstnAudioEvent, language: Language): Action[] {
  const { languageCode, voiceId, text } = voices[language];
  const caller = legsStillUp(event).find((leg) => leg.tag === "LEG-A" && leg.callId !== "");
  const apology = caller ? [speak({ text, callId: caller.callId, languageCode, voiceId })] : [];
  const actions = [...apology, ...hangUpAll(event)];
  // A new call wants an action, also when its caller has just left.
  return actions.length > 0 ? actions : [hangup(callerLeg(event))];
}
