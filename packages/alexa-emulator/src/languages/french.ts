import type { Language } from "./language.ts";
import { all, counting } from "./number-words.ts";

const tens = "vingt trente quarante cinquante soixante";

export const french: Language = {
  invocation: {
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
    repeats: new Map([...all("double", 2), ...all("triple", 3)]),
  },
  dates: {
    months: [
      ...["janvier", "fevrier", "mars", "avril", "mai", "juin"],
      ...["juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
    ],
    ordinals: new Map([["premier", 1]]),
    fillers: ["le"],
  },
  sentences: {
    notForASkill: "Désolée, je ne sais pas.",
    skillProblem: "Il y a eu un problème avec la réponse de la Skill demandée.",
    contactNotAvailable: "Désolée, ce contact n'est pas disponible.",
    consentQuestion: (skillName, what) =>
      `Autorisez-vous ${skillName} à accéder à ${what}? Vous pouvez dire j'accepte ou non.`,
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
