import type { LanguageTexts } from "./language-texts.ts";

export const french: LanguageTexts = {
  name: "French",
  reasons: ["la facturation", "le soutien technique", "les ventes"],
  other: "autre chose",
  store: {
    summary:
      "Dites à Alexa qui vous êtes et pourquoi vous appelez; la personne qui répond le sait déjà.",
    description: (company, reasons) =>
      `${company} appelle notre service à la clientèle depuis votre appareil Alexa. Dites à Alexa votre prénom et le sujet de l'appel : ${reasons}. Alexa répète le sujet et vous demande votre accord avant de faire l'appel. Ce que vous avez dit accompagne l'appel : vous n'avez pas à le répéter à la personne qui répond.\n\nPour faire l'appel, la skill a besoin de votre permission de lire votre numéro de cellulaire. Elle ne peut pas faire d'appels d'urgence : en cas d'urgence, composez le 911 à partir d'un téléphone.`,
    examplePhrases: (invocationName, reason) => [
      `Alexa, ouvre ${invocationName}`,
      `Alexa, demande à ${invocationName} d'appeler pour ${reason}`,
    ],
    keywords: ["service à la clientèle", "soutien", "appel"],
    testingInstructions: (invocationName, reason) =>
      `Dites « ouvre ${invocationName} » et répondez aux questions, ou dites « demande à ${invocationName} d'appeler pour ${reason} ». N'importe quel prénom convient. La skill demande la permission de lire le numéro de cellulaire, et un oui avant de faire l'appel.`,
  },
  caller: { opens: (invocationName) => `ouvre ${invocationName}`, firstName: "Anaïs" },
};
