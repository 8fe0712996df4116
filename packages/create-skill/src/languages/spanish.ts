import type { LanguageTexts } from "./language-texts.ts";

export const spanish: LanguageTexts = {
  name: "Spanish",
  reasons: ["facturación", "soporte técnico", "ventas"],
  other: "otra cosa",
  store: {
    summary: "Dile a Alexa quién eres y por qué llamas; quien contesta ya lo sabe.",
    description: (company, reasons) =>
      `${company} llama a nuestro servicio al cliente desde tu dispositivo con Alexa. Dile a Alexa tu nombre y de qué se trata la llamada: ${reasons}. Alexa repite el motivo y te pregunta antes de hacer la llamada. Lo que dijiste viaja con la llamada, así que no tienes que repetírselo a quien conteste.\n\nPara hacer la llamada, la skill necesita tu permiso para leer tu número de celular. No puede hacer llamadas de emergencia: en una emergencia, marca el 911 desde un teléfono.`,
    examplePhrases: (invocationName, reason) => [
      `Alexa, abre ${invocationName}`,
      `Alexa, pídele a ${invocationName} que llame por ${reason}`,
    ],
    keywords: ["servicio al cliente", "soporte", "llamar"],
    testingInstructions: (invocationName, reason) =>
      `Di 'abre ${invocationName}' y contesta las preguntas, o di 'pídele a ${invocationName} que llame por ${reason}'. Sirve cualquier nombre. La skill pide permiso para leer el número de celular y un sí antes de hacer la llamada.`,
  },
  caller: { opens: (invocationName) => `abre ${invocationName}`, firstName: "Ana" },
};
