import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, same } from "./number-words.ts";
import { italianLists } from "./word-lists.ts";

const small = [
  ..."zero uno due tre quattro cinque sei sette otto nove dieci undici dodici".split(" "),
  ..."tredici quattordici quindici sedici diciassette diciotto diciannove".split(" "),
];
const tens = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split(" ");

/** 0 to 99, each one word: "ventuno", "ventidue", "ventotto". */
function belowHundred(number: number): string {
  if (number < 20) return small[number] ?? "";
  const ten = tens[Math.floor(number / 10) - 2] ?? "";
  const one = number % 10;
  if (one === 0) return ten;
  return one === 1 || one === 8 ? `${ten.slice(0, -1)}${small[one]}` : `${ten}${small[one]}`;
}

/** 0 to 999: "trecentoventuno". */
function belowThousand(number: number): string {
  if (number < 100) return belowHundred(number);
  const hundreds = Math.floor(number / 100);
  const rest = number % 100 === 0 ? "" : belowHundred(number % 100);
  // "centotto", "novecentottanta"
  const hundred = rest.startsWith("o") ? "cent" : "cento";
  return `${hundreds === 1 ? "" : small[hundreds]}${hundred}${rest}`;
}

/** Italian writes every number below a million as one word; years are among them. */
function wordsOfNumbers(): [string, number][] {
  const below = Array.from({ length: 1000 }, (_, number) => belowThousand(number));
  return [
    ...below.map((word, number): [string, number] => [word, number]),
    ...["mille", "duemila"].flatMap((thousand, index) =>
      below.map((word, number): [string, number] => [
        `${thousand}${number === 0 ? "" : word}`,
        (index + 1) * 1000 + number,
      ]),
    ),
    ["un", 1],
    ["una", 1],
  ];
}

export const italian: Language = {
  invocation: {
    wakeWords: ["alexa"],
    openings: ["per favore", "puoi", "potresti", "vorrei", "voglio"],
    closings: ["per favore"],
    verbs: [
      ...[
        "apri",
        "aprire",
        "avvia",
        "avviare",
        "lancia",
        "inizia",
        "comincia",
        "usa",
        "fai partire",
      ],
      ...["chiedi a", "chiedere a", "domanda a", "di' a", "dì a", "parla con", "parlare con"],
      ...["cerca su", "cerca con"],
    ],
    articles: ["la", "il", "lo", "l'"],
    connectives: ["di", "che", "se", "e", "e chiedi", "per", "su", "quale", "a proposito di"],
    trailing: ["con", "su", "da", "usando", "tramite", "in", "a"],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["annulla", "cancella", "lascia perdere", "lascia stare"],
    "AMAZON.HelpIntent": [
      ...["aiuto", "aiutami", "puoi aiutarmi", "mi puoi aiutare", "ho bisogno di aiuto"],
      ...["cosa posso dire"],
    ],
    "AMAZON.StopIntent": ["stop", "fermati", "ferma", "basta", "smetti", "smettila", "zitta"],
    "AMAZON.NavigateHomeIntent": ["vai alla home", "home", "pagina iniziale"],
    "AMAZON.YesIntent": [
      ...["sì", "sì grazie", "certo", "certamente", "va bene", "ok", "okay", "d'accordo", "esatto"],
      ...["giusto", "corretto", "volentieri"],
    ],
    "AMAZON.NoIntent": [
      "no",
      "no grazie",
      "non ora",
      "non adesso",
      "sbagliato",
      "assolutamente no",
    ],
    "AMAZON.RepeatIntent": [
      ...["ripeti", "ripetilo", "puoi ripetere", "dillo di nuovo", "di nuovo", "cosa hai detto"],
    ],
    "AMAZON.StartOverIntent": ["ricomincia", "ricomincia da capo", "da capo", "riparti"],
    "AMAZON.MoreIntent": ["altro", "di più", "ancora"],
    "AMAZON.NextIntent": ["avanti", "prossimo", "prossima", "successivo", "salta"],
    "AMAZON.PreviousIntent": ["indietro", "precedente", "torna indietro"],
    "AMAZON.PauseIntent": ["pausa", "metti in pausa"],
    "AMAZON.ResumeIntent": ["riprendi", "continua", "vai avanti"],
    "AMAZON.LoopOnIntent": ["ripetizione", "attiva la ripetizione"],
    "AMAZON.LoopOffIntent": ["disattiva la ripetizione"],
    "AMAZON.ShuffleOnIntent": ["riproduzione casuale", "casuale", "mescola"],
    "AMAZON.ShuffleOffIntent": ["disattiva la riproduzione casuale"],
  },
  exit: ["esci", "chiudi"],
  approval: ["approvo", "acconsento"],
  numbers: {
    values: new Map(wordsOfNumbers()),
    room: new Map(),
    multipliers: new Map(),
    scores: [],
    joints: ["e"],
    marks: new Map([
      ["trattino", "-"],
      ["punto", "."],
    ]),
    repeats: new Map([...all("doppio", 2), ...all("triplo", 3)]),
  },
  dates: {
    months: [
      ...["gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"],
      ...["luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"],
    ],
    ordinals: new Map([
      ["primo", 1],
      ["secondo", 2],
      ["terzo", 3],
      ["quarto", 4],
      ["quinto", 5],
      ["sesto", 6],
      ["settimo", 7],
      ["ottavo", 8],
      ["nono", 9],
      ["decimo", 10],
      ["prima", 1],
      ["seconda", 2],
      ["terza", 3],
    ]),
    ordinalEndings: ["", "o", "a"],
    fillers: ["il", "la", "lo", "l", "di", "del", "dell", "nel", "in"],
    weekdays: ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"],
    seasons: new Map([
      ["primavera", "SP"],
      ["estate", "SU"],
      ["autunno", "FA"],
      ["inverno", "WI"],
    ]),
    next: ["prossimo", "prossima", "che viene"],
    current: ["questo", "questa", "quest"],
    last: ["scorso", "scorsa", "passato"],
    relative: new Map([
      ["adesso", { unit: "now", offset: 0 }],
      ["ora", { unit: "now", offset: 0 }],
      ...around("day", "ieri", "oggi, stasera, stanotte", "domani"),
      ["altro ieri", { unit: "day", offset: -2 }],
      ["dopodomani", { unit: "day", offset: 2 }],
      ...around(
        "week",
        "settimana scorsa",
        "questa settimana",
        "prossima settimana, settimana prossima",
      ),
      ...around(
        "weekend",
        "weekend scorso, fine settimana scorso",
        "questo weekend, questo fine settimana, weekend",
        "prossimo weekend, prossimo fine settimana",
      ),
      ...around("month", "mese scorso", "questo mese", "prossimo mese, mese prossimo"),
      ...around("year", "anno scorso", "quest anno, questo anno", "prossimo anno, anno prossimo"),
      ...around("decade", "decennio scorso", "questo decennio", "prossimo decennio"),
    ]),
  },
  times: {
    clock: clockPhrases(
      "(?: (?:di |del |della )?(?<part>mattina|mattino|pomeriggio|sera|notte))?",
      [
        ["(?:alle |all |le )?(?:ore )?(?<h>\\d{1,2})(?: (?:e )?(?<m>\\d{1,2}))?"],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) e mezz[ao]", 30],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) e un quarto", 15],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) e 1 quarto", 15],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) meno un quarto", -15],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) meno 1 quarto", -15],
        ["(?:alle |all |le )?(?<h>\\d{1,2}) meno (?<to>\\d{1,2})"],
      ],
    ),
    parts: new Map([
      ...same(["mattina", "mattino"], "am"),
      ...same(["pomeriggio", "sera"], "pm"),
      ["notte", "night"],
    ]),
    named: new Map([
      ...same(["mezzogiorno", "a mezzogiorno"], "12:00"),
      ...same(["mezzanotte", "a mezzanotte"], "00:00"),
      ...same(["mattina", "di mattina", "questa mattina", "stamattina"], "MO"),
      ...same(["pomeriggio", "di pomeriggio", "nel pomeriggio", "questo pomeriggio"], "AF"),
      ...same(["sera", "di sera", "questa sera", "stasera"], "EV"),
      ...same(["notte", "di notte", "questa notte", "stanotte"], "NI"),
    ]),
    units: new Map([
      ...same(["secondo", "secondi"], "TS"),
      ...same(["minuto", "minuti"], "TM"),
      ...same(["ora", "ore"], "TH"),
      ...same(["giorno", "giorni"], "D"),
      ...same(["settimana", "settimane"], "W"),
      ...same(["mese", "mesi"], "M"),
      ...same(["anno", "anni"], "Y"),
    ]),
    one: [],
    half: ["mezz", "mezza", "mezzo"],
    andAHalf: ["e mezza", "e mezzo"],
  },
  decimals: { point: ["virgola", "punto"], minus: ["meno"] },
  lists: italianLists,
  sentences: {
    notForASkill: "Mi dispiace, questo non lo so.",
    skillProblem: "C'è stato un problema con la risposta della skill richiesta.",
    contactNotAvailable: "Mi dispiace, il contatto non è disponibile.",
    consentQuestion: (skillName, what) =>
      `Dai a ${skillName} il permesso di accedere a ${what}? Puoi dire approvo o no.`,
    consentNotUnderstood: "Mi dispiace, non ho capito. Puoi dire approvo o no.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `Vuoi consentire ${what}?`;
      return errand === "Cancel" ? `Vuoi annullare ${what}?` : `Vuoi acquistare ${what}?`;
    },
    consentGiven: "Grazie.",
    consentDenied: "Va bene. Puoi cambiare idea in qualsiasi momento nell'app Alexa.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "il tuo numero di cellulare"],
      ["alexa::profile:given_name:read", "il tuo nome"],
      ["alexa::profile:name:read", "il tuo nome completo"],
      ["alexa::profile:email:read", "il tuo indirizzo e-mail"],
    ]),
  },
};
