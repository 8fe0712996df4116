import type { Language } from "./language.ts";
import { all, counting } from "./number-words.ts";

const tens = "treinta cuarenta cincuenta sesenta setenta ochenta noventa";
const hundreds =
  "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos";

export const spanish: Language = {
  invocation: {
    openings: ["por favor", "puedes", "podrías", "quiero", "quisiera", "me gustaría"],
    closings: ["por favor"],
    verbs: [
      ...["abre", "abrir", "inicia", "iniciar", "lanza", "comienza", "empieza", "ejecuta", "carga"],
      ...["usa", "usar", "entra a", "entra en", "habla con", "hablar con"],
      ...["pide a", "pídele a", "pedirle a", "pregunta a", "pregúntale a", "preguntarle a"],
      ...["di a", "dile a", "decirle a"],
    ],
    articles: ["la", "el"],
    connectives: ["que", "y", "y pide", "para", "para que", "sobre", "por", "de", "si", "a"],
    trailing: ["con", "en", "usando", "a través de", "desde"],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["cancela", "cancelar", "olvídalo", "no importa", "déjalo"],
    "AMAZON.HelpIntent": [
      ...["ayuda", "ayúdame", "puedes ayudarme", "me puedes ayudar", "necesito ayuda"],
      ...["qué puedo decir"],
    ],
    "AMAZON.StopIntent": ["para", "detente", "alto", "basta", "termina", "cállate"],
    "AMAZON.NavigateHomeIntent": ["ir a inicio", "ve a inicio", "inicio", "ve al inicio"],
    "AMAZON.YesIntent": [
      ...["sí", "sí por favor", "claro", "claro que sí", "por supuesto", "de acuerdo", "ok"],
      ...["correcto", "así es", "está bien", "adelante", "hazlo"],
    ],
    "AMAZON.NoIntent": ["no", "no gracias", "ahora no", "mejor no", "incorrecto"],
    "AMAZON.RepeatIntent": [
      ...["repite", "repítelo", "repite eso", "puedes repetir", "otra vez", "dilo otra vez"],
      ...["qué dijiste", "cómo dijiste"],
    ],
    "AMAZON.StartOverIntent": [
      ...["empieza de nuevo", "empezar de nuevo", "comienza de nuevo", "vuelve a empezar"],
      ...["reinicia", "desde el principio"],
    ],
    "AMAZON.MoreIntent": ["más"],
    "AMAZON.NextIntent": ["siguiente", "salta"],
    "AMAZON.PreviousIntent": ["anterior", "vuelve atrás", "regresa"],
    "AMAZON.PauseIntent": ["pausa", "pausar"],
    "AMAZON.ResumeIntent": ["continúa", "continuar", "reanuda"],
    "AMAZON.LoopOnIntent": ["repetición"],
    "AMAZON.LoopOffIntent": ["desactiva la repetición"],
    "AMAZON.ShuffleOnIntent": ["modo aleatorio", "mezcla"],
    "AMAZON.ShuffleOffIntent": ["desactiva el modo aleatorio"],
  },
  exit: ["salir", "sal"],
  approval: ["lo apruebo", "apruebo", "autorizo"],
  numbers: {
    values: new Map([
      ...counting("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce", 0),
      ...counting("trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte", 13),
      ...counting("veintiuno veintidos veintitres veinticuatro veinticinco veintiseis", 21),
      ...counting("veintisiete veintiocho veintinueve", 27),
      ...counting(tens, 30, 10),
      ...counting(hundreds, 100, 100),
      ["un", 1],
      ["ciento", 100],
    ]),
    room: new Map([...all(tens, 10), ...all(`${hundreds} ciento`, 100)]),
    multipliers: new Map([["mil", 1000]]),
    scores: [],
    joints: ["y"],
    repeats: new Map([...all("doble", 2), ...all("triple", 3)]),
  },
  dates: {
    months: [
      ...["enero", "febrero", "marzo", "abril", "mayo", "junio"],
      ...["julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ],
    ordinals: new Map([["primero", 1]]),
    fillers: ["el", "de", "del"],
  },
  sentences: {
    notForASkill: "Lo siento, no sé eso.",
    skillProblem: "Hubo un problema con la respuesta de la skill que solicitaste.",
    contactNotAvailable: "Lo siento, ese contacto no está disponible.",
    consentQuestion: (skillName, what) =>
      `¿Le das permiso a ${skillName} para acceder a ${what}? Puedes decir lo apruebo o no.`,
    consentGiven: "Gracias.",
    consentDenied: "Está bien. Puedes cambiarlo en cualquier momento en la app Alexa.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "tu número de celular"],
      ["alexa::profile:given_name:read", "tu nombre"],
      ["alexa::profile:name:read", "tu nombre completo"],
      ["alexa::profile:email:read", "tu correo electrónico"],
    ]),
  },
};
