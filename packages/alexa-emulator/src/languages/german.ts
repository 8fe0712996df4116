import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, counting, same } from "./number-words.ts";
import { germanLists } from "./word-lists.ts";

const ones = "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf".split(" ");
const teens = "dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn".split(" ");
const tens = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split(" ");

/** 1 to 99, each one word: "einundzwanzig". */
function belowHundred(number: number): string {
  if (number <= 12) return ones[number] ?? "";
  if (number < 20) return teens[number - 13] ?? "";
  const ten = tens[Math.floor(number / 10) - 2] ?? "";
  return number % 10 === 0 ? ten : `${ones[number % 10]}und${ten}`;
}

/** German writes every number below a million as one word. */
function wordsOfNumbers(): [string, number][] {
  const below = Array.from({ length: 100 }, (_, number) => belowHundred(number));
  const rest = (number: number) => (number === 0 ? "" : (below[number] ?? ""));
  const after = (prefix: string, value: number): [string, number][] =>
    below.map((_, number) => [`${prefix}${rest(number)}`, value + number]);
  return [
    ...below.map((word, number): [string, number] => [word, number]),
    ...["", ...ones.slice(1, 10)].flatMap((one, index) =>
      after(`${one}hundert`, Math.max(1, index) * 100),
    ),
    // Years: "neunzehnhundertachtzig".
    ...[11, 12, 13, 14, 15, 16, 17, 18, 19].flatMap((hundreds) =>
      after(`${belowHundred(hundreds)}hundert`, hundreds * 100),
    ),
    ...["", "ein", "zwei"].flatMap((one, index) =>
      after(`${one}tausend`, Math.max(1, index) * 1000),
    ),
    ["eins", 1],
    ["eine", 1],
    ["einen", 1],
    ["zwo", 2],
  ];
}

const months =
  "januar februar marz april mai juni juli august september oktober november dezember".split(" ");

/** "dritte", "dritten", "dritter". */
const ordinals = [
  ...counting("erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft", 1),
  ...counting("dreizehnt vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt", 13),
  ...Array.from({ length: 12 }, (_, index): [string, number] => [
    `${belowHundred(20 + index)}st`,
    20 + index,
  ]),
].flatMap(([stem, value]) =>
  ["e", "en", "er", "es"].map((ending): [string, number] => [`${stem}${ending}`, value]),
);

export const german: Language = {
  invocation: {
    wakeWords: ["alexa"],
    openings: ["bitte", "kannst du", "könntest du", "ich möchte", "ich will"],
    closings: ["bitte"],
    verbs: [
      ...["öffne", "öffnen", "starte", "starten", "beginne", "lade", "nutze", "benutze", "spiele"],
      ...["frage", "frag", "sage", "sag", "bitte", "befrage", "spreche mit", "sprich mit"],
      ...["rede mit", "ich möchte mit", "suche auf", "suche bei"],
    ],
    articles: ["die", "der", "das", "den", "bitte"],
    connectives: ["nach", "ob", "dass", "und", "um", "zu", "wie", "für", "und frage", "und sage"],
    trailing: ["mit", "bei", "von", "auf", "in", "über", "durch", "aus"],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["abbrechen", "abbruch", "brich ab", "vergiss es", "egal"],
    "AMAZON.HelpIntent": [
      ...["hilfe", "hilf mir", "kannst du mir helfen", "was kann ich sagen", "ich brauche hilfe"],
    ],
    "AMAZON.StopIntent": [
      "stopp",
      "stop",
      "halt",
      "aus",
      "schluss",
      "hör auf",
      "beenden",
      "beende",
    ],
    "AMAZON.NavigateHomeIntent": ["startseite", "gehe zur startseite", "zur startseite", "home"],
    "AMAZON.YesIntent": [
      ...[
        "ja",
        "ja bitte",
        "klar",
        "na klar",
        "sicher",
        "genau",
        "okay",
        "ok",
        "richtig",
        "stimmt",
      ],
      ...["gerne", "natürlich", "mach das", "das stimmt", "das ist richtig"],
    ],
    "AMAZON.NoIntent": [
      ...["nein", "nein danke", "nö", "lieber nicht", "jetzt nicht", "falsch", "das ist falsch"],
    ],
    "AMAZON.RepeatIntent": [
      ...["wiederholen", "wiederhole", "wiederhole das", "noch einmal", "nochmal"],
      ...["sag das noch einmal", "sag das nochmal", "was hast du gesagt", "wie bitte"],
    ],
    "AMAZON.StartOverIntent": [
      ...["neu starten", "von vorne", "von vorn", "neustart", "noch mal von vorne", "neu anfangen"],
    ],
    "AMAZON.MoreIntent": ["mehr", "weitere"],
    "AMAZON.NextIntent": ["weiter", "nächste", "nächster", "nächstes", "überspringen"],
    "AMAZON.PreviousIntent": ["zurück", "vorherige", "vorheriger", "vorheriges", "gehe zurück"],
    "AMAZON.PauseIntent": ["pause", "pausieren", "anhalten"],
    "AMAZON.ResumeIntent": ["fortsetzen", "weitermachen", "weiterspielen", "fortfahren"],
    "AMAZON.LoopOnIntent": ["schleife an", "wiederholung an"],
    "AMAZON.LoopOffIntent": ["schleife aus", "wiederholung aus"],
    "AMAZON.ShuffleOnIntent": ["zufallswiedergabe", "zufallswiedergabe an", "mischen"],
    "AMAZON.ShuffleOffIntent": ["zufallswiedergabe aus", "nicht mehr mischen"],
  },
  exit: ["verlassen", "skill beenden"],
  approval: ["ich stimme zu", "zustimmen", "ich erlaube es"],
  numbers: {
    values: new Map(wordsOfNumbers()),
    room: new Map(),
    multipliers: new Map(),
    scores: [],
    joints: ["und"],
    marks: new Map([
      ["bindestrich", "-"],
      ["strich", "-"],
      ["punkt", "."],
    ]),
    repeats: new Map([...all("doppel", 2), ...all("zweimal", 2), ...all("dreimal", 3)]),
  },
  dates: {
    months,
    ordinals: new Map(ordinals),
    ordinalEndings: ["", "ter", "te", "ten"],
    fillers: ["der", "den", "dem", "die", "das", "am", "im", "vom", "des"],
    weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    seasons: new Map([
      ["fruhling", "SP"],
      ["fruhjahr", "SP"],
      ["sommer", "SU"],
      ["herbst", "FA"],
      ["winter", "WI"],
    ]),
    next: ["nachste", "nachsten", "nachster", "nachstes", "kommenden", "kommender"],
    current: ["diese", "diesen", "dieser", "dieses", "diesem"],
    last: ["letzte", "letzten", "letzter", "letztes", "vergangenen"],
    relative: new Map([
      ["jetzt", { unit: "now", offset: 0 }],
      ["gerade eben", { unit: "now", offset: 0 }],
      ...around("day", "gestern", "heute, heute abend, heute nacht", "morgen"),
      ["vorgestern", { unit: "day", offset: -2 }],
      ["ubermorgen", { unit: "day", offset: 2 }],
      ...around(
        "week",
        "letzte woche",
        "diese woche, dieser woche",
        "nachste woche, nachster woche",
      ),
      ...around(
        "weekend",
        "letztes wochenende",
        "dieses wochenende, diesem wochenende, wochenende",
        "nachstes wochenende, nachsten wochenende",
      ),
      ...around("month", "letzten monat", "diesen monat, diesem monat", "nachsten monat"),
      ...around("year", "letztes jahr", "dieses jahr, diesem jahr", "nachstes jahr, nachsten jahr"),
      ...around("decade", "letztes jahrzehnt", "dieses jahrzehnt", "nachstes jahrzehnt"),
    ]),
  },
  times: {
    clock: clockPhrases(
      "(?: (?:am |in der )?(?<part>morgens|morgen|vormittags|vormittag|nachmittags|nachmittag|abends|abend|nachts|nacht))?",
      [
        ["(?:um )?(?<h>\\d{1,2})(?: uhr)?(?: (?<m>\\d{1,2}))?"],
        ["(?:um )?halb (?<h>\\d{1,2})", -30],
        ["(?:um )?viertel nach (?<h>\\d{1,2})", 15],
        ["(?:um )?viertel vor (?<h>\\d{1,2})", -15],
        ["(?:um )?(?<m>\\d{1,2})(?: minuten)? nach (?<h>\\d{1,2})"],
        ["(?:um )?(?<to>\\d{1,2})(?: minuten)? vor (?<h>\\d{1,2})"],
      ],
    ),
    parts: new Map([
      ...same(["morgens", "morgen", "vormittags", "vormittag"], "am"),
      ...same(["nachmittags", "nachmittag", "abends", "abend"], "pm"),
      ...same(["nachts", "nacht"], "night"),
    ]),
    named: new Map([
      ...same(["mittag", "mittags", "zwolf uhr mittags"], "12:00"),
      ...same(["mitternacht", "um mitternacht"], "00:00"),
      ...same(["morgens", "am morgen", "heute morgen", "vormittags", "am vormittag"], "MO"),
      ...same(["nachmittags", "am nachmittag", "heute nachmittag"], "AF"),
      ...same(["abends", "am abend", "heute abend"], "EV"),
      ...same(["nachts", "in der nacht", "heute nacht"], "NI"),
    ]),
    units: new Map([
      ...same(["sekunde", "sekunden"], "TS"),
      ...same(["minute", "minuten"], "TM"),
      ...same(["stunde", "stunden"], "TH"),
      ...same(["tag", "tage", "tagen"], "D"),
      ...same(["woche", "wochen"], "W"),
      ...same(["monat", "monate", "monaten"], "M"),
      ...same(["jahr", "jahre", "jahren"], "Y"),
    ]),
    one: [],
    half: ["1 halbe", "halbe", "1 halbes"],
    andAHalf: ["und 1 halbe"],
  },
  decimals: { point: ["komma", "punkt"], minus: ["minus"] },
  lists: germanLists,
  sentences: {
    notForASkill: "Das weiß ich leider nicht.",
    skillProblem: "Bei der Antwort des angeforderten Skills ist ein Problem aufgetreten.",
    contactNotAvailable: "Der Kontakt ist leider nicht erreichbar.",
    consentQuestion: (skillName, what) =>
      `Erlaubst du ${skillName}, auf ${what} zuzugreifen? Du kannst sagen: Ich stimme zu, oder: Nein.`,
    consentNotUnderstood: "Das habe ich nicht verstanden. Sage: Ich stimme zu, oder: Nein.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `Möchtest du ${what} erlauben?`;
      return errand === "Cancel" ? `Möchtest du ${what} kündigen?` : `Möchtest du ${what} kaufen?`;
    },
    consentGiven: "Danke.",
    consentDenied: "Okay. Du kannst das jederzeit in der Alexa-App ändern.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "deine Handynummer"],
      ["alexa::profile:given_name:read", "deinen Vornamen"],
      ["alexa::profile:name:read", "deinen Namen"],
      ["alexa::profile:email:read", "deine E-Mail-Adresse"],
    ]),
  },
};
