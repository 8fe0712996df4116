import type { CallFailureCode } from "../calls/call-failure.ts";

type ConnectFailureCode = Extract<CallFailureCode, `connect.${string}`>;

/** What a caller hears when Amazon Connect starts no call, and makes no task of one; by language. */
export const connectFailures: Readonly<
  Record<"en" | "es" | "fr", Readonly<Record<ConnectFailureCode, string>>>
> = {
  en: {
    "connect.destination-not-allowed":
      "We can't call the country that your phone number is from. Please dial us from a phone.",
    "connect.not-permitted":
      "We can't call out at the moment, and that's a mistake on our side. Please dial us from a phone this time.",
    "connect.limit-exceeded": "All our lines are in use. Please ask me again in a few minutes.",
    "connect.quota-exceeded":
      "More people are waiting than we can call back right now. Please ask me again in an hour.",
    "connect.throttled":
      "Many people are asking for a call right now. Please wait a minute, then ask me again.",
    "connect.invalid-parameter":
      "Our phone system didn't accept your details, and that's a mistake on our side. Please dial us from a phone this time.",
    "connect.invalid-request":
      "Our phone system didn't accept the request, and that's a mistake on our side. Please dial us from a phone this time.",
    "connect.not-found":
      "Our phone system isn't set up for this yet, and that's a mistake on our side. Please dial us from a phone this time.",
    "connect.access-denied":
      "Our phone system didn't let me in, and that's a mistake on our side. Please dial us from a phone this time.",
    "connect.unavailable":
      "Our phone system isn't working at the moment. Please try again in a few minutes.",
    "connect.timeout":
      "I haven't heard back from our phone system. If nobody calls you within a few minutes, please ask me again.",
    "connect.connection-lost":
      "I lost the connection to our phone system. If nobody calls you within a few minutes, please ask me again.",
  },
  es: {
    "connect.destination-not-allowed":
      "No podemos llamar al país de tu número de teléfono. Por favor, márcanos desde un teléfono.",
    "connect.not-permitted":
      "En este momento no podemos hacer llamadas por un error nuestro. Por favor, esta vez márcanos tú.",
    "connect.limit-exceeded":
      "Todas nuestras líneas están ocupadas. Por favor, pídemelo otra vez en unos minutos.",
    "connect.quota-exceeded":
      "Hay más personas esperando de las que podemos llamar ahora. Por favor, pídemelo otra vez en una hora.",
    "connect.throttled":
      "Muchas personas están pidiendo una llamada. Por favor, espera un minuto y pídemelo otra vez.",
    "connect.invalid-parameter":
      "Nuestro sistema telefónico no aceptó tus datos por un error nuestro. Por favor, esta vez márcanos tú.",
    "connect.invalid-request":
      "Nuestro sistema telefónico no aceptó la solicitud por un error nuestro. Por favor, esta vez márcanos tú.",
    "connect.not-found":
      "Nuestro sistema telefónico todavía no está preparado para esto por un error nuestro. Por favor, esta vez márcanos tú.",
    "connect.access-denied":
      "Nuestro sistema telefónico no me dejó entrar por un error nuestro. Por favor, esta vez márcanos tú.",
    "connect.unavailable":
      "En este momento nuestro sistema telefónico no funciona. Por favor, inténtalo en unos minutos.",
    "connect.timeout":
      "Nuestro sistema telefónico no me ha contestado. Si nadie te llama en unos minutos, pídemelo otra vez.",
    "connect.connection-lost":
      "Se cortó la conexión con nuestro sistema telefónico. Si nadie te llama en unos minutos, pídemelo otra vez.",
  },
  fr: {
    "connect.destination-not-allowed":
      "Nous ne pouvons pas appeler le pays de votre numéro de téléphone. Composez notre numéro sur un téléphone.",
    "connect.not-permitted":
      "Nous ne pouvons pas faire d'appels en ce moment, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "connect.limit-exceeded":
      "Toutes nos lignes sont prises. Redemandez-le-moi dans quelques minutes.",
    "connect.quota-exceeded":
      "Trop de gens attendent d'être rappelés. Redemandez-le-moi dans une heure.",
    "connect.throttled":
      "Beaucoup de gens demandent un appel en ce moment. Attendez une minute, puis redemandez-le-moi.",
    "connect.invalid-parameter":
      "Notre système téléphonique n'a pas accepté vos informations, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "connect.invalid-request":
      "Notre système téléphonique n'a pas accepté la demande, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "connect.not-found":
      "Notre système téléphonique n'est pas encore prêt pour ça, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "connect.access-denied":
      "Notre système téléphonique m'a refusé l'accès, et c'est une erreur de notre part. Pour cette fois, composez notre numéro.",
    "connect.unavailable":
      "Notre système téléphonique ne fonctionne pas en ce moment. Réessayez dans quelques minutes.",
    "connect.timeout":
      "Notre système téléphonique ne m'a pas répondu. Si personne ne vous appelle d'ici quelques minutes, redemandez-le-moi.",
    "connect.connection-lost":
      "J'ai perdu la connexion avec notre système téléphonique. Si personne ne vous appelle d'ici quelques minutes, redemandez-le-moi.",
  },
};
