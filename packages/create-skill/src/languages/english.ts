import type { LanguageTexts } from "./language-texts.ts";

export const english: LanguageTexts = {
  name: "English",
  reasons: ["billing", "technical support", "sales"],
  other: "something else",
  store: {
    summary: "Tell Alexa who you are and why you call; whoever answers already knows.",
    description: (company, reasons) =>
      `${company} calls our customer service from your Alexa device. Tell Alexa your first name and what the call is about: ${reasons}. Alexa repeats the reason and asks before it places the call. What you said travels with the call, so you do not have to say it again to whoever answers.\n\nTo place the call, the skill needs your permission to read your mobile number. It cannot place emergency calls: in an emergency, dial 911 from a phone.`,
    examplePhrases: (invocationName, reason) => [
      `Alexa, open ${invocationName}`,
      `Alexa, ask ${invocationName} to call about ${reason}`,
    ],
    keywords: ["customer service", "support", "call"],
    testingInstructions: (invocationName, reason) =>
      `Say 'open ${invocationName}' and answer the questions, or say 'ask ${invocationName} to call about ${reason}'. Any first name will do. The skill asks for permission to read the mobile number and for a yes before it places a call.`,
  },
  caller: { opens: (invocationName) => `open ${invocationName}`, firstName: "Ana" },
};
