import type { ReasonId } from "../call-reasons.ts";
import { french } from "../safety/languages/fr.ts";
import { digits, spellOut, ssml } from "../speech/ssml.ts";
import type { Catalog } from "./catalog.ts";
import { choiceOf } from "./choice-of.ts";
import { company } from "./company.ts";
import { connectFailures } from "./connect-failures.ts";

const about: Readonly<Record<ReasonId, string>> = {
  billing: " au sujet de la facturation",
  "technical-support": " pour du soutien technique",
  "order-status": " au sujet d'une commande",
  sales: " au sujet des ventes",
  other: "",
};

/** As a caller says them: values of the model's CallReason. */
const reasonNames: Readonly<Record<ReasonId, string>> = {
  billing: "facturation",
  "technical-support": "soutien technique",
  "order-status": "état de la commande",
  sales: "ventes",
  other: "autre chose",
};

const choices = choiceOf(reasonNames, " ou ");

export const frCa: Catalog = {
  locale: "fr-CA",
  safety: french,
  emergencyQuestion: {
    ask: ssml`Si quelqu'un est en danger, composez le ${digits("911")} sur un téléphone maintenant. Est-ce une urgence en ce moment?`,
    reprompt: ssml`Est-ce une urgence en ce moment? Dites oui ou non.`,
    help: ssml`Je ne peux pas faire d'appels d'urgence. Si ce n'est pas une urgence, dites non, et on reprend où on était.`,
  },

  reasonNames,
  questions: {
    callerName: {
      ask: ssml`Quel est votre prénom?`,
      reprompt: ssml`Dites-moi votre prénom, s'il vous plaît.`,
      help: ssml`Je donnerai votre prénom à la personne qui répondra.`,
    },
    accountId: {
      ask: ssml`Quel est votre numéro de compte? Si vous ne l'avez pas, dites: je ne sais pas.`,
      reprompt: ssml`Dites-moi votre numéro de compte, une lettre ou un chiffre à la fois. Ou dites: je ne sais pas.`,
      help: ssml`Votre numéro de compte est sur votre facture. Dites-le une lettre ou un chiffre à la fois. Vous pouvez aussi continuer sans lui.`,
    },
    reason: {
      ask: ssml`Quel est le motif de votre appel?`,
      reprompt: ssml`Vous pouvez dire: ${choices}.`,
      help: ssml`Dites-moi pourquoi vous appelez, pour que la bonne personne vous réponde. Vous pouvez dire: ${choices}.`,
    },
    change: {
      ask: ssml`Que voulez-vous changer? Par exemple, dites: mon compte est, puis le numéro. Ou dites: arrête.`,
      reprompt: ssml`Dites-moi quoi changer, ou dites: arrête.`,
      help: ssml`Vous pouvez changer votre prénom, votre numéro de compte ou le motif de l'appel. Par exemple, dites: c'est concernant la facturation.`,
    },
  },
  confirmation: (reason) => ({
    ask: ssml`Est-ce que j'appelle ${company}${about[reason]} maintenant?`,
    reprompt: ssml`Dites oui, et j'appelle ${company}. Dites non pour changer quelque chose.`,
    help: ssml`Si vous dites oui, j'appelle ${company} et je leur transmets ce que vous m'avez dit. Pour changer quelque chose avant, dites par exemple: je m'appelle Anne.`,
  }),

  remarks: {
    welcome: ssml`Bienvenue chez ${company}. Quelques questions rapides, et j'appelle pour vous.`,
    "starting-over": ssml`D'accord, on recommence.`,
    "any-name-will-do": ssml`N'importe quel prénom fera l'affaire.`,
    "account-id-unclear": ssml`Désolée, je n'ai pas compris un numéro de compte valide.`,
    "account-id-given-up": ssml`Je n'arrive pas à saisir votre numéro de compte, alors continuons sans lui.`,
    "without-account-id": ssml`Pas de problème, on continue sans lui.`,
    "reason-unclear": ssml`Je ne sais pas trop qui peut vous aider avec ça. Vous pouvez dire: ${choices}.`,
    "reason-in-own-words": ssml`Je vais leur transmettre le motif dans vos mots.`,
    misheard: ssml`Désolée, je n'ai pas compris.`,
    "not-calling": ssml`D'accord, je n'appelle pas encore.`,
  },
  nameHeard: (callerName) => ssml`Merci, ${callerName}.`,
  accountIdHeard: (accountId) => ssml`Votre numéro de compte est ${spellOut(accountId)}.`,

  consentNeeded: ssml`Pour faire l'appel, j'ai besoin de votre numéro de téléphone.`,
  announcements: {
    device: (reason) => ssml`J'appelle ${company}${about[reason]}.`,
    later: () => ssml`Quelqu'un de chez ${company} va vous rappeler sous peu.`,
    phone: () =>
      ssml`Je fais sonner votre téléphone maintenant. Répondez, et je vous mets en contact avec ${company}.`,
  },

  failures: {
    "request.no-token": ssml`Alexa ne m'a pas permis d'appeler cette fois-ci. Ouvrez ${company} de nouveau et réessayez.`,
    "request.no-device": ssml`Je ne peux pas faire d'appel d'ici. Demandez-le-moi à partir d'un appareil Echo.`,
    "request.no-device-id": ssml`Je n'ai pas pu savoir avec quel appareil appeler. Essayez avec un autre appareil Echo.`,
    "request.untrusted-endpoint": ssml`Quelque chose cloche dans cette demande, alors je n'ai pas appelé. Réessayez à partir de votre propre appareil Echo.`,
    "request.outside-north-america": ssml`Je peux appeler seulement avec un compte Alexa d'Amérique du Nord. Composez notre numéro sur un téléphone.`,

    "profile.bad-request": ssml`Je n'ai pas pu trouver votre numéro de téléphone, et c'est une erreur de notre part. Pour cette fois, appelez-nous avec un téléphone.`,
    "profile.bad-token": ssml`Ma permission de consulter votre numéro de téléphone a expiré. Ouvrez ${company} de nouveau et réessayez.`,
    "profile.access-denied": ssml`Je ne peux pas encore utiliser votre numéro de téléphone. J'ai envoyé une carte dans votre appli Alexa: donnez la permission, puis redemandez-le-moi.`,
    "profile.not-found": ssml`Je n'ai pas trouvé votre profil Alexa, alors je ne connais pas votre numéro de téléphone. Vérifiez votre profil dans l'appli Alexa.`,
    "profile.throttled": ssml`Trop de gens me demandent des appels en ce moment. Réessayez dans une minute.`,
    "profile.unavailable": ssml`Alexa ne peut pas consulter les numéros de téléphone en ce moment. Réessayez dans quelques minutes.`,
    "profile.timeout": ssml`La recherche de votre numéro de téléphone a pris trop de temps, alors je n'ai pas appelé. Réessayez.`,
    "profile.connection-lost": ssml`J'ai perdu la connexion en cherchant votre numéro de téléphone. Réessayez.`,
    "profile.no-number": ssml`Il n'y a pas de numéro de cellulaire dans votre profil Alexa. Ajoutez-en un dans l'appli Alexa, puis redemandez-le-moi.`,
    "profile.unusable-number": ssml`Le numéro de cellulaire de votre profil Alexa semble incomplet. Vérifiez-le dans l'appli Alexa, puis redemandez-le-moi.`,

    "consent.denied": ssml`D'accord, je n'utilise pas votre numéro de téléphone, alors je ne peux pas appeler. Si vous changez d'avis, il y a une carte dans votre appli Alexa.`,
    "consent.not-answered": ssml`Je n'ai pas entendu si je peux utiliser votre numéro de téléphone, alors je n'ai pas appelé. Vous pouvez donner la permission sur la carte dans votre appli Alexa.`,

    "session.bad-request": ssml`Alexa n'a pas accepté l'appel, et c'est une erreur de notre part. Pour cette fois, appelez-nous avec un téléphone.`,
    "session.bad-token": ssml`Ma permission de faire des appels vient d'expirer. Ouvrez ${company} de nouveau et réessayez.`,
    "session.access-denied": ssml`Les appels ne sont pas activés pour cette skill. Activez-les dans les paramètres de la skill dans votre appli Alexa, puis redemandez-le-moi.`,
    "session.not-found": ssml`Alexa n'offre pas ce genre d'appel là où votre compte est inscrit. Composez notre numéro sur un téléphone.`,
    "session.throttled": ssml`Toutes les lignes sont occupées. Attendez une minute, puis redemandez-le-moi.`,
    "session.unavailable": ssml`Alexa ne peut pas faire d'appels en ce moment. Réessayez dans quelques minutes.`,
    "session.timeout": ssml`Je ne sais pas si votre appel est parti. S'il ne se passe rien d'ici une demi-minute, redemandez-le-moi.`,
    "session.connection-lost": ssml`J'ai perdu la connexion en lançant votre appel. S'il ne se passe rien d'ici une demi-minute, redemandez-le-moi.`,

    "callback.refused": ssml`Je n'ai pas pu faire sonner votre téléphone, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.`,
    "callback.throttled": ssml`Nous appelons beaucoup de gens en ce moment. Attendez une minute, puis redemandez-le-moi.`,
    "callback.unavailable": ssml`Nous ne pouvons pas faire sonner de téléphones en ce moment. Réessayez dans quelques minutes.`,
    "callback.timeout": ssml`Je ne sais pas si votre téléphone va sonner. S'il ne sonne pas d'ici une minute, redemandez-le-moi.`,
    "callback.connection-lost": ssml`J'ai perdu la connexion en faisant sonner votre téléphone. S'il ne sonne pas d'ici une minute, redemandez-le-moi.`,

    ...connectFailures.fr,

    "property.no-unit": ssml`Cet appareil n'est associé à aucune chambre, alors je ne peux pas appeler d'ici. Utilisez le téléphone de votre chambre.`,
    "property.refused": ssml`Je n'ai pas pu appeler de cette chambre. Utilisez le téléphone, et avisez le personnel.`,
    "property.throttled": ssml`Il se fait beaucoup d'appels ici en ce moment. Attendez une minute, puis redemandez-le-moi.`,
    "property.unavailable": ssml`Les appels de cette chambre ne fonctionnent pas en ce moment. Réessayez dans quelques minutes, ou utilisez le téléphone.`,
    "property.timeout": ssml`Je ne sais pas si votre appel est parti. Si personne ne répond d'ici une demi-minute, utilisez le téléphone.`,
    "property.connection-lost": ssml`J'ai perdu la connexion en appelant de votre chambre. Si personne ne répond d'ici une demi-minute, utilisez le téléphone.`,

    "store.unavailable": ssml`Je n'ai pas pu noter ce que vous m'avez dit, alors je n'ai pas appelé. Réessayez dans quelques minutes.`,
    "store.invalid-context": ssml`Je n'ai pas pu noter vos informations comme vous les avez dites, alors je n'ai pas appelé. Recommencez avec moins de mots.`,

    "call.failed-before": ssml`Cet appel n'a pas fonctionné. Ouvrez ${company} de nouveau pour réessayer.`,
  },

  farewells: {
    stopped: ssml`D'accord. Au revoir.`,
    emergency: ssml`Je ne peux pas faire d'appels d'urgence. En cas d'urgence, composez le ${digits("911")} sur un téléphone tout de suite.`,
    crisis: ssml`Je suis désolée que vous viviez ça. Appelez ou textez le ${digits("988")}, jour et nuit, en français. Si une vie est en danger, composez le ${digits("911")} tout de suite.`,
    "cannot-hear": ssml`Désolée, je vous entends mal, alors je n'ai pas appelé. Réessayez dans un instant.`,
    unexpected: ssml`Désolée, quelque chose n'a pas fonctionné de notre côté. Réessayez dans un instant.`,
    "wrong-skill": ssml`Désolée, je ne peux pas vous aider avec ça ici.`,
  },
};
