import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, counting, same } from "./number-words.ts";
import { spanishLists } from "./word-lists.ts";

const tens = "treinta cuarenta cincuenta sesenta setenta ochenta noventa";
const hundreds =
  "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos";

export const spanish: Language = {
  invocation: {
    wakeWords: ["alexa"],
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
    marks: new Map([
      ["guion", "-"],
      ["punto", "."],
    ]),
    repeats: new Map([...all("doble", 2), ...all("triple", 3)]),
  },
  dates: {
    months: [
      ...["enero", "febrero", "marzo", "abril", "mayo", "junio"],
      ...["julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ],
    ordinals: new Map([["primero", 1]]),
    ordinalEndings: ["", "o", "ro", "er"],
    fillers: ["el", "la", "de", "del", "en"],
    weekdays: ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
    seasons: new Map([
      ["primavera", "SP"],
      ["verano", "SU"],
      ["otono", "FA"],
      ["invierno", "WI"],
    ]),
    next: ["proximo", "proxima", "que viene"],
    current: ["este", "esta"],
    last: ["pasado", "pasada"],
    relative: new Map([
      ["ahora", { unit: "now", offset: 0 }],
      ["ahora mismo", { unit: "now", offset: 0 }],
      ...around("day", "ayer", "hoy, esta noche", "manana"),
      ["anteayer", { unit: "day", offset: -2 }],
      ["pasado manana", { unit: "day", offset: 2 }],
      ...around("week", "semana pasada", "esta semana", "proxima semana, semana que viene"),
      ...around(
        "weekend",
        "fin semana pasado",
        "este fin semana, fin semana",
        "proximo fin semana, fin semana que viene",
      ),
      ...around("month", "mes pasado", "este mes", "proximo mes, mes que viene"),
      ...around("year", "ano pasado", "este ano", "proximo ano, ano que viene"),
      ...around("decade", "decada pasada", "esta decada", "proxima decada"),
    ]),
  },
  times: {
    clock: clockPhrases("(?: (?:de|por) la (?<part>manana|tarde|noche|madrugada))?", [
      ["(?:a )?(?:las? )?(?<h>\\d{1,2})(?: (?:y )?(?<m>\\d{1,2}))?(?: en punto)?"],
      ["(?:a )?(?:las? )?(?<h>\\d{1,2}) y media", 30],
      ["(?:a )?(?:las? )?(?<h>\\d{1,2}) y cuarto", 15],
      ["(?:a )?(?:las? )?(?<h>\\d{1,2}) menos cuarto", -15],
      ["(?:a )?(?:las? )?(?<h>\\d{1,2}) menos (?<to>\\d{1,2})"],
    ]),
    parts: new Map([...same(["manana", "madrugada"], "am"), ["tarde", "pm"], ["noche", "night"]]),
    named: new Map([
      ...same(["mediodia", "al mediodia"], "12:00"),
      ...same(["medianoche", "a medianoche"], "00:00"),
      ...same(["por la manana", "en la manana", "la manana"], "MO"),
      ...same(["por la tarde", "en la tarde", "la tarde"], "AF"),
      ...same(["por la noche", "en la noche", "la noche"], "NI"),
      ["a la una", "01:00"],
    ]),
    units: new Map([
      ...same(["segundo", "segundos"], "TS"),
      ...same(["minuto", "minutos"], "TM"),
      ...same(["hora", "horas"], "TH"),
      ...same(["dia", "dias"], "D"),
      ...same(["semana", "semanas"], "W"),
      ...same(["mes", "meses"], "M"),
      ...same(["ano", "anos"], "Y"),
    ]),
    one: ["un", "una"],
    half: ["media", "medio"],
    andAHalf: ["y media", "y medio"],
  },
  decimals: { point: ["punto", "coma"], minus: ["menos"] },
  lists: spanishLists,
  sentences: {
    notForASkill: "Lo siento, no sé eso.",
    skillProblem: "Hubo un problema con la respuesta de la skill que solicitaste.",
    contactNotAvailable: "Lo siento, ese contacto no está disponible.",
    consentQuestion: (skillName, what) =>
      `¿Le das permiso a ${skillName} para acceder a ${what}? Puedes decir lo apruebo o no.`,
    consentNotUnderstood: "Lo siento, no entendí. Puedes decir lo apruebo o no.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `¿Quieres permitir ${what}?`;
      return errand === "Cancel" ? `¿Quieres cancelar ${what}?` : `¿Quieres comprar ${what}?`;
    },
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
