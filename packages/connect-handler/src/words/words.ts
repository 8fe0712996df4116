import type { LanguageCode } from "@skill-call/call-form";

/** What is said in one language, besides what the call form says. `about` is empty, or begins with a space. */
export interface OwnWords {
  /** A voice of Amazon Polly; a standard one, which every Region has. */
  readonly voice: string;
  /** To who was rung back. The key tells a person from a voice mail. */
  readonly greeting: (company: string, about: string) => string;
  /** To who dialled in. */
  readonly welcome: (company: string) => string;
  readonly apology: string;
  /** To the agent, before the caller is there. */
  readonly whisper: (callerName: string, about: string) => string;
}

export const wordsByLanguage: Readonly<Record<LanguageCode, OwnWords>> = {
  en: {
    voice: "Joanna",
    greeting: (company, about) =>
      `This is ${company}, calling back${about}. Press 1 to be connected.`,
    welcome: (company) => `Thank you for calling ${company}. One moment, please.`,
    apology: "We are sorry, nobody can take your call right now. Please try again later. Goodbye.",
    whisper: (callerName, about) => `${callerName} is calling${about}.`,
  },
  es: {
    voice: "Lupe",
    greeting: (company, about) =>
      `Le llamamos de ${company}${about}. Oprima 1 para que le comuniquemos.`,
    welcome: (company) => `Gracias por llamar a ${company}. Un momento, por favor.`,
    apology:
      "Lo sentimos, en este momento nadie puede atender su llamada. Por favor, inténtelo más tarde. Adiós.",
    whisper: (callerName, about) => `Llama ${callerName}${about}.`,
  },
  fr: {
    voice: "Chantal",
    greeting: (company, about) =>
      `Ici ${company}. Nous vous rappelons${about}. Appuyez sur le 1 pour être mis en communication.`,
    welcome: (company) => `Merci d'appeler ${company}. Un instant, s'il vous plaît.`,
    apology:
      "Nous sommes désolés, personne ne peut prendre votre appel en ce moment. Veuillez réessayer plus tard. Au revoir.",
    whisper: (callerName, about) => `${callerName} appelle${about}.`,
  },
};
