import { french as safety } from "../safety/languages/fr.ts";
import { connectFailures } from "./connect-failures.ts";
import type { StockSentences } from "./stock-sentences.ts";

/** What the skill says in French of its own, whatever a form asks. */
export const french: StockSentences = {
  safety,
  emergencyQuestion: {
    ask: "Si quelqu'un est en danger, composez le {911} sur un téléphone maintenant. Est-ce une urgence en ce moment?",
    reprompt: "Est-ce une urgence en ce moment? Dites oui ou non.",
    help: "Je ne peux pas faire d'appels d'urgence. Si ce n'est pas une urgence, dites non, et on reprend où on était.",
  },

  remarks: {
    "starting-over": "D'accord, on recommence.",
    misheard: "Désolée, je n'ai pas compris.",
    "not-calling": "D'accord, je n'appelle pas encore.",
    changing: "D'accord.",
    waiting: "Bien sûr, prenez votre temps. Je vous écoute.",
    "hours-unknown":
      "Je ne connais pas leurs heures d'ouverture, mais je peux appeler {company}, et la personne qui répond vous le dira.",
    number: "Pour appeler {company}, composez le {phoneNumber}.",
    "number-unknown": "Je n'ai pas de numéro à vous donner, mais je peux appeler {company} d'ici.",
    who: "Je suis une assistante sur Alexa, pas une vraie personne. Je pose quelques questions rapides, puis j'appelle {company} pour vous.",
    "after-consent": "Une fois que c'est autorisé, dites oui et j'appelle. Ou dites: arrête.",
    "no-emergency": "D'accord. Si ça change, composez le {911} sur un téléphone.",
    "calling-soon": "Bien sûr, j'appelle dans un instant.",
  },

  consentNeeded: "Pour faire l'appel, j'ai besoin de votre numéro de téléphone.",
  givenName: "Je dirai que c'est {name} qui appelle.",
  oneMoment: "Un instant, s'il vous plaît.",
  announcements: {
    device: "J'appelle {company} {about}.",
    later: "Quelqu'un de chez {company} va vous rappeler sous peu.",
    phone:
      "Je fais sonner votre téléphone maintenant. Répondez, et je vous mets en contact avec {company}.",
  },

  buttons: {
    yes: "Oui",
    no: "Non",
    call: "Oui, appelle",
    change: "Changer quelque chose",
    skip: "Passer",
  },
  calls: {
    device: "J'appellerai {company} au {number}.",
    phone: "Votre propre téléphone sonnera.",
    later: "Quelqu'un vous rappellera.",
  },

  failures: {
    "request.no-token":
      "Alexa ne m'a pas permis d'appeler cette fois-ci. Ouvrez {company} de nouveau et réessayez.",
    "request.no-device":
      "Je ne peux pas faire d'appel d'ici. Demandez-le-moi à partir d'un appareil Echo.",
    "request.no-device-id":
      "Je n'ai pas pu savoir avec quel appareil appeler. Essayez avec un autre appareil Echo.",
    "request.untrusted-endpoint":
      "Quelque chose cloche dans cette demande, alors je n'ai pas appelé. Réessayez à partir de votre propre appareil Echo.",
    "request.outside-north-america":
      "Je peux appeler seulement avec un compte Alexa d'Amérique du Nord. Composez notre numéro sur un téléphone.",

    "profile.bad-request":
      "Je n'ai pas pu trouver votre numéro de téléphone, et c'est une erreur de notre part. Pour cette fois, appelez-nous avec un téléphone.",
    "profile.bad-token":
      "Ma permission de consulter votre numéro de téléphone a expiré. Ouvrez {company} de nouveau et réessayez.",
    "profile.access-denied":
      "Je ne peux pas encore utiliser votre numéro de téléphone. J'ai envoyé une carte dans votre appli Alexa: donnez la permission, puis redemandez-le-moi.",
    "profile.not-found":
      "Je n'ai pas trouvé votre profil Alexa, alors je ne connais pas votre numéro de téléphone. Vérifiez votre profil dans l'appli Alexa.",
    "profile.throttled":
      "Trop de gens me demandent des appels en ce moment. Réessayez dans une minute.",
    "profile.unavailable":
      "Alexa ne peut pas consulter les numéros de téléphone en ce moment. Réessayez dans quelques minutes.",
    "profile.timeout":
      "La recherche de votre numéro de téléphone a pris trop de temps, alors je n'ai pas appelé. Réessayez.",
    "profile.connection-lost":
      "J'ai perdu la connexion en cherchant votre numéro de téléphone. Réessayez.",
    "profile.no-number":
      "Il n'y a pas de numéro de cellulaire dans votre profil Alexa. Ajoutez-en un dans l'appli Alexa, puis redemandez-le-moi.",
    "profile.unusable-number":
      "Le numéro de cellulaire de votre profil Alexa semble incomplet. Vérifiez-le dans l'appli Alexa, puis redemandez-le-moi.",

    "consent.denied":
      "D'accord, je n'utilise pas votre numéro de téléphone, alors je ne peux pas appeler. Si vous changez d'avis, il y a une carte dans votre appli Alexa.",
    "consent.not-answered":
      "Je n'ai pas entendu si je peux utiliser votre numéro de téléphone, alors je n'ai pas appelé. Vous pouvez donner la permission sur la carte dans votre appli Alexa.",

    "session.bad-request":
      "Alexa n'a pas accepté l'appel, et c'est une erreur de notre part. Pour cette fois, appelez-nous avec un téléphone.",
    "session.bad-token":
      "Ma permission de faire des appels vient d'expirer. Ouvrez {company} de nouveau et réessayez.",
    "session.access-denied":
      "Les appels ne sont pas activés pour cette skill. Activez-les dans les paramètres de la skill dans votre appli Alexa, puis redemandez-le-moi.",
    "session.not-found":
      "Alexa n'offre pas ce genre d'appel là où votre compte est inscrit. Composez notre numéro sur un téléphone.",
    "session.throttled":
      "Toutes les lignes sont occupées. Attendez une minute, puis redemandez-le-moi.",
    "session.unavailable":
      "Alexa ne peut pas faire d'appels en ce moment. Réessayez dans quelques minutes.",
    "session.timeout":
      "Je ne sais pas si votre appel est parti. S'il ne se passe rien d'ici une demi-minute, redemandez-le-moi.",
    "session.connection-lost":
      "J'ai perdu la connexion en lançant votre appel. S'il ne se passe rien d'ici une demi-minute, redemandez-le-moi.",

    "callback.refused":
      "Je n'ai pas pu faire sonner votre téléphone, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "callback.throttled":
      "Nous appelons beaucoup de gens en ce moment. Attendez une minute, puis redemandez-le-moi.",
    "callback.unavailable":
      "Nous ne pouvons pas faire sonner de téléphones en ce moment. Réessayez dans quelques minutes.",
    "callback.timeout":
      "Je ne sais pas si votre téléphone va sonner. S'il ne sonne pas d'ici une minute, redemandez-le-moi.",
    "callback.connection-lost":
      "J'ai perdu la connexion en faisant sonner votre téléphone. S'il ne sonne pas d'ici une minute, redemandez-le-moi.",

    ...connectFailures.fr,

    "property.no-unit":
      "Cet appareil n'est associé à aucune chambre, alors je ne peux pas appeler d'ici. Utilisez le téléphone de votre chambre.",
    "property.refused":
      "Je n'ai pas pu appeler de cette chambre. Utilisez le téléphone, et avisez le personnel.",
    "property.throttled":
      "Il se fait beaucoup d'appels ici en ce moment. Attendez une minute, puis redemandez-le-moi.",
    "property.unavailable":
      "Les appels de cette chambre ne fonctionnent pas en ce moment. Réessayez dans quelques minutes, ou utilisez le téléphone.",
    "property.timeout":
      "Je ne sais pas si votre appel est parti. Si personne ne répond d'ici une demi-minute, utilisez le téléphone.",
    "property.connection-lost":
      "J'ai perdu la connexion en appelant de votre chambre. Si personne ne répond d'ici une demi-minute, utilisez le téléphone.",

    "store.unavailable":
      "Je n'ai pas pu noter ce que vous m'avez dit, alors je n'ai pas appelé. Réessayez dans quelques minutes.",
    "store.invalid-context":
      "Je n'ai pas pu noter vos informations comme vous les avez dites, alors je n'ai pas appelé. Recommencez avec moins de mots.",

    "call.failed-before":
      "Cet appel n'a pas fonctionné. Ouvrez {company} de nouveau pour réessayer.",
  },

  farewells: {
    stopped: "D'accord. Au revoir.",
    emergency:
      "En cas d'urgence, composez le {911} sur un téléphone tout de suite. Je ne peux pas faire d'appels d'urgence.",
    crisis:
      "Je suis désolée que vous viviez ça. Appelez ou textez le {988}, jour et nuit, en français. Si une vie est en danger, composez le {911} tout de suite.",
    "cannot-hear":
      "Désolée, je vous entends mal, alors je n'ai pas appelé. Réessayez dans un instant.",
    unexpected:
      "Désolée, quelque chose n'a pas fonctionné de notre côté. Réessayez dans un instant.",
    "wrong-skill": "Désolée, je ne peux pas vous aider avec ça ici.",
  },
};
