import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, counting, same } from "./number-words.ts";
import { frenchLists } from "./word-lists.ts";

const tens = "vingt trente quarante cinquante soixante";

export const french: Language = {
  invocation: {
    wakeWords: ["alexa"],
    openings: [
      ...["s'il te plaît", "s'il vous plaît", "peux-tu", "pouvez-vous", "je veux", "je voudrais"],
      ...["j'aimerais"],
    ],
    closings: ["s'il te plaît", "s'il vous plaît"],
    verbs: [
      ...["ouvre", "ouvrir", "lance", "lancer", "démarre", "démarrer", "commence", "utilise"],
      ...["utiliser", "parle à", "parle avec", "parler à", "parler avec"],
      ...["demande à", "demander à", "dis à", "dire à"],
    ],
    articles: ["la", "le"],
    connectives: [
      ...["de", "d'", "que", "qu'", "pour", "si", "sur", "et", "et demande", "et dis"],
      ...["à propos de", "au sujet de", "concernant"],
    ],
    trailing: ["avec", "sur", "dans", "via", "en utilisant", "à l'aide de", "à partir de"],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["annule", "annuler", "laisse tomber", "oublie ça", "oublie"],
    "AMAZON.HelpIntent": [
      ...[
        "aide",
        "aide-moi",
        "aidez-moi",
        "à l'aide",
        "de l'aide",
        "peux-tu m'aider",
        "pouvez-vous m'aider",
      ],
      ...["que puis-je dire", "j'ai besoin d'aide"],
    ],
    "AMAZON.StopIntent": ["stop", "arrête", "arrêter", "arrêtez", "tais-toi"],
    "AMAZON.NavigateHomeIntent": ["accueil", "va à l'accueil", "retour à l'accueil"],
    "AMAZON.YesIntent": [
      ...["oui", "oui s'il te plaît", "oui s'il vous plaît", "bien sûr", "d'accord", "ok"],
      ...["c'est ça", "exactement", "c'est correct", "vas-y", "allez-y"],
    ],
    "AMAZON.NoIntent": ["non", "non merci", "pas maintenant", "c'est faux"],
    "AMAZON.RepeatIntent": [
      ...["répète", "répéter", "répétez", "répète ça", "peux-tu répéter", "pouvez-vous répéter"],
      ...["redis-le", "pardon", "qu'est-ce que tu as dit"],
    ],
    "AMAZON.StartOverIntent": [
      ...["recommence", "recommencer", "recommencez", "recommence depuis le début"],
      ...["reprends depuis le début"],
    ],
    "AMAZON.MoreIntent": ["plus"],
    "AMAZON.NextIntent": ["suivant", "suivante"],
    "AMAZON.PreviousIntent": ["précédent", "précédente", "reviens en arrière"],
    "AMAZON.PauseIntent": ["pause", "mets en pause"],
    "AMAZON.ResumeIntent": ["reprends", "continue", "continuer"],
    "AMAZON.LoopOnIntent": ["en boucle"],
    "AMAZON.LoopOffIntent": ["désactive la boucle"],
    "AMAZON.ShuffleOnIntent": ["aléatoire", "mode aléatoire"],
    "AMAZON.ShuffleOffIntent": ["désactive le mode aléatoire"],
  },
  exit: ["quitter", "quitte", "sortir"],
  approval: ["j'accepte", "j'approuve"],
  numbers: {
    values: new Map([
      ...counting("zero un deux trois quatre cinq six sept huit neuf dix onze douze", 0),
      ...counting("treize quatorze quinze seize", 13),
      ...counting(tens, 20, 10),
      ["une", 1],
      ["vingts", 20],
    ]),
    room: new Map([...all(tens, 10), ["dix", 10], ["soixante", 20]]),
    multipliers: new Map([
      ["cent", 100],
      ["cents", 100],
      ["mille", 1000],
    ]),
    scores: ["vingt", "vingts"],
    joints: ["et"],
    marks: new Map([
      ["tiret", "-"],
      ["point", "."],
    ]),
    repeats: new Map([...all("double", 2), ...all("triple", 3)]),
  },
  dates: {
    months: [
      ...["janvier", "fevrier", "mars", "avril", "mai", "juin"],
      ...["juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
    ],
    ordinals: new Map([["premier", 1]]),
    ordinalEndings: ["", "er", "e", "eme"],
    fillers: ["le", "la", "de", "du", "l", "en"],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    seasons: new Map([
      ["printemps", "SP"],
      ["ete", "SU"],
      ["automne", "FA"],
      ["hiver", "WI"],
    ]),
    next: ["prochain", "prochaine"],
    current: ["ce", "cet", "cette"],
    last: ["dernier", "derniere", "passe"],
    relative: new Map([
      ["maintenant", { unit: "now", offset: 0 }],
      ...around("day", "hier", "aujourd hui, ce soir", "demain"),
      ["avant hier", { unit: "day", offset: -2 }],
      ["apres demain", { unit: "day", offset: 2 }],
      ...around("week", "semaine derniere", "cette semaine", "semaine prochaine"),
      ...around(
        "weekend",
        "week end dernier, fin semaine derniere",
        "ce week end, cette fin semaine",
        "week end prochain, fin semaine prochaine",
      ),
      ...around("month", "mois dernier", "ce mois, ce mois ci", "mois prochain"),
      ...around(
        "year",
        "annee derniere, an dernier",
        "cette annee",
        "annee prochaine, an prochain",
      ),
      ...around("decade", "decennie derniere", "cette decennie", "decennie prochaine"),
    ]),
  },
  times: {
    clock: clockPhrases("(?: (?:du |de l )(?<part>matin|apres midi|soir))?", [
      ["(?:a )?(?<h>\\d{1,2}) (?:h|heures?)(?: (?<m>\\d{1,2}))?"],
      ["(?:a )?(?<h>\\d{1,2}) (?:h|heures?) et demie", 30],
      ["(?:a )?(?<h>\\d{1,2}) (?:h|heures?) et quart", 15],
      ["(?:a )?(?<h>\\d{1,2}) (?:h|heures?) moins le quart", -15],
      ["(?:a )?(?<h>\\d{1,2}) (?:h|heures?) moins (?<to>\\d{1,2})"],
      ["(?:a )?(?<h>\\d{1,2}) (?<m>\\d{2})"],
    ]),
    parts: new Map([
      ["matin", "am"],
      ["apres midi", "pm"],
      ["soir", "pm"],
    ]),
    named: new Map([
      ...same(["midi", "a midi"], "12:00"),
      ...same(["minuit", "a minuit"], "00:00"),
      ...same(["matin", "le matin", "ce matin"], "MO"),
      ...same(["apres midi", "l apres midi", "cet apres midi"], "AF"),
      ...same(["soir", "le soir", "ce soir"], "EV"),
      ...same(["nuit", "la nuit", "cette nuit"], "NI"),
    ]),
    units: new Map([
      ...same(["seconde", "secondes"], "TS"),
      ...same(["minute", "minutes"], "TM"),
      ...same(["heure", "heures", "h"], "TH"),
      ...same(["jour", "jours"], "D"),
      ...same(["semaine", "semaines"], "W"),
      ["mois", "M"],
      ...same(["an", "ans", "annee", "annees"], "Y"),
    ]),
    one: ["un", "une"],
    half: ["une demi", "demi", "une demie"],
    andAHalf: ["et demie", "et demi"],
  },
  decimals: { point: ["virgule", "point"], minus: ["moins"] },
  lists: frenchLists,
  sentences: {
    notForASkill: "Désolée, je ne sais pas.",
    skillProblem: "Il y a eu un problème avec la réponse de la Skill demandée.",
    contactNotAvailable: "Désolée, ce contact n'est pas disponible.",
    consentQuestion: (skillName, what) =>
      `Autorisez-vous ${skillName} à accéder à ${what}? Vous pouvez dire j'accepte ou non.`,
    consentNotUnderstood: "Désolé, je n'ai pas compris. Vous pouvez dire j'accepte ou non.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `Voulez-vous autoriser ${what} ?`;
      return errand === "Cancel"
        ? `Voulez-vous annuler ${what} ?`
        : `Voulez-vous acheter ${what} ?`;
    },
    consentGiven: "Merci.",
    consentDenied: "D'accord. Vous pouvez changer cela en tout temps dans l'application Alexa.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "votre numéro de cellulaire"],
      ["alexa::profile:given_name:read", "votre prénom"],
      ["alexa::profile:name:read", "votre nom"],
      ["alexa::profile:email:read", "votre adresse courriel"],
    ]),
  },
};
