import { spanish as safety } from "../safety/languages/es.ts";
import { connectFailures } from "./connect-failures.ts";
import type { StockSentences } from "./stock-sentences.ts";

/** What the skill says in Spanish of its own, whatever a form asks. */
export const spanish: StockSentences = {
  safety,
  emergencyQuestion: {
    ask: "Si alguien corre peligro, marca el {911} desde un teléfono ahora. ¿Es una emergencia en este momento?",
    reprompt: "¿Es una emergencia en este momento? Por favor, di sí o no.",
    help: "No puedo hacer llamadas de emergencia. Si no es una emergencia, di no, y seguimos donde estábamos.",
  },

  remarks: {
    "starting-over": "De acuerdo, empecemos de nuevo.",
    misheard: "Perdón, no te entendí.",
    "not-calling": "De acuerdo, todavía no llamo.",
    changing: "De acuerdo.",
    waiting: "Claro, tómate tu tiempo. Te escucho.",
    "hours-unknown":
      "No sé a qué hora atienden en {company}, pero puedo llamar y quien conteste te lo dice.",
    number: "El número de {company} es {phoneNumber}.",
    "number-unknown": "No tengo un número para darte, pero puedo llamar a {company} desde aquí.",
    who: "Soy un asistente en Alexa, no una persona. Te hago unas preguntas cortas y luego llamo a {company} por ti.",
    "after-consent": "Cuando lo hayas autorizado ahí, di sí y llamo. O di: para.",
    "no-emergency": "Está bien. Si eso cambia, marca el {911} desde un teléfono.",
    "calling-soon": "Claro, enseguida llamo.",
  },

  consentNeeded: "Para hacer la llamada necesito tu número de teléfono.",
  givenName: "Diré que llama {name}.",
  oneMoment: "Un momento, por favor.",
  announcements: {
    device: "Llamando a {company} {about}.",
    phone: "Ahora te llamo a tu teléfono. Contesta y te comunico con {company}.",
    later: "Alguien de {company} te va a llamar pronto.",
  },

  buttons: { yes: "Sí", no: "No", call: "Sí, llama", change: "Cambiar algo", skip: "Omitir" },
  calls: {
    device: "Llamaré a {company} al {number}.",
    phone: "Sonará tu propio teléfono.",
    later: "Alguien te devolverá la llamada.",
  },

  failures: {
    "request.no-token":
      "Esta vez Alexa no me dio permiso para llamar. Por favor, abre {company} otra vez e inténtalo de nuevo.",
    "request.no-device":
      "Desde aquí no puedo hacer llamadas. Por favor, pídemelo desde un dispositivo Echo.",
    "request.no-device-id":
      "No pude saber desde cuál de tus dispositivos llamar. Por favor, prueba con otro dispositivo Echo.",
    "request.untrusted-endpoint":
      "Algo no está bien en esta solicitud, así que no llamé. Por favor, inténtalo desde tu propio dispositivo Echo.",
    "request.outside-north-america":
      "Solo puedo llamar con cuentas de Alexa de Norteamérica. Por favor, márcanos desde un teléfono.",

    "profile.bad-request":
      "No pude consultar tu número de teléfono por un error nuestro. Por favor, esta vez márcanos desde un teléfono.",
    "profile.bad-token":
      "Mi permiso para consultar tu número de teléfono venció. Por favor, abre {company} otra vez e inténtalo de nuevo.",
    "profile.access-denied":
      "Todavía no puedo usar tu número de teléfono. Te envié una tarjeta a la app de Alexa: da el permiso ahí y pídemelo otra vez.",
    "profile.not-found":
      "No encontré tu perfil de Alexa, así que no sé tu número de teléfono. Por favor, revisa tu perfil en la app de Alexa.",
    "profile.throttled":
      "Hay demasiadas personas pidiéndome llamadas. Por favor, inténtalo en un minuto.",
    "profile.unavailable":
      "En este momento Alexa no puede consultar números de teléfono. Por favor, inténtalo en unos minutos.",
    "profile.timeout":
      "Consultar tu número de teléfono tardó demasiado, así que no llamé. Por favor, inténtalo de nuevo.",
    "profile.connection-lost":
      "Se cortó la conexión mientras consultaba tu número de teléfono. Por favor, inténtalo de nuevo.",
    "profile.no-number":
      "Tu perfil de Alexa no tiene un número de celular. Por favor, agrega uno en la app de Alexa y pídemelo otra vez.",
    "profile.unusable-number":
      "El número de celular de tu perfil de Alexa parece incompleto. Por favor, revísalo en la app de Alexa y pídemelo otra vez.",

    "consent.denied":
      "De acuerdo, no uso tu número de teléfono, así que no puedo llamar. Si cambias de opinión, hay una tarjeta en tu app de Alexa.",
    "consent.not-answered":
      "No escuché si puedo usar tu número de teléfono, así que no llamé. Puedes dar el permiso en la tarjeta de tu app de Alexa.",

    "session.bad-request":
      "Alexa no aceptó la llamada por un error nuestro. Por favor, esta vez márcanos desde un teléfono.",
    "session.bad-token":
      "Mi permiso para hacer llamadas acaba de vencer. Por favor, abre {company} otra vez e inténtalo de nuevo.",
    "session.access-denied":
      "Las llamadas no están activadas para esta skill. Por favor, actívalas en la configuración de la skill, en tu app de Alexa y pídemelo otra vez.",
    "session.not-found":
      "Alexa no ofrece este tipo de llamadas donde está registrada tu cuenta. Por favor, márcanos desde un teléfono.",
    "session.throttled":
      "Todas las líneas están ocupadas. Por favor, espera un minuto y pídemelo otra vez.",
    "session.unavailable":
      "En este momento Alexa no puede iniciar llamadas. Por favor, inténtalo en unos minutos.",
    "session.timeout":
      "No sé si tu llamada empezó. Si no pasa nada en medio minuto, pídemelo otra vez.",
    "session.connection-lost":
      "Se cortó la conexión al iniciar tu llamada. Si no pasa nada en medio minuto, pídemelo otra vez.",

    "callback.refused":
      "No pude llamar a tu teléfono por un error nuestro. Por favor, esta vez márcanos tú.",
    "callback.throttled":
      "Estamos haciendo muchas llamadas. Por favor, espera un minuto y pídemelo otra vez.",
    "callback.unavailable":
      "En este momento no podemos llamarte. Por favor, inténtalo en unos minutos.",
    "callback.timeout":
      "No sé si tu teléfono va a sonar. Si no suena en un minuto, pídemelo otra vez.",
    "callback.connection-lost":
      "Se cortó la conexión mientras llamaba a tu teléfono. Si no suena en un minuto, pídemelo otra vez.",

    ...connectFailures.es,

    "property.no-unit":
      "Este dispositivo no está asignado a una habitación, así que no puedo llamar desde aquí. Por favor, usa el teléfono de tu habitación.",
    "property.refused":
      "No pude llamar desde esta habitación. Por favor, usa el teléfono y avísale al personal.",
    "property.throttled":
      "Se están haciendo muchas llamadas aquí. Por favor, espera un minuto y pídemelo otra vez.",
    "property.unavailable":
      "Las llamadas desde esta habitación no funcionan en este momento. Por favor, inténtalo en unos minutos o usa el teléfono.",
    "property.timeout":
      "No sé si tu llamada salió. Si nadie contesta en medio minuto, por favor, usa el teléfono.",
    "property.connection-lost":
      "Se cortó la conexión al llamar desde tu habitación. Si nadie contesta en medio minuto, por favor, usa el teléfono.",

    "store.unavailable":
      "No pude anotar lo que me dijiste, así que no llamé. Por favor, inténtalo en unos minutos.",
    "store.invalid-context":
      "No pude anotar tus datos tal como los dijiste, así que no llamé. Por favor, empieza de nuevo con menos palabras.",

    "call.failed-before":
      "Esa llamada no se pudo hacer. Por favor, abre {company} otra vez para intentarlo.",
  },

  farewells: {
    stopped: "De acuerdo. Adiós.",
    emergency:
      "No puedo hacer llamadas de emergencia. En una emergencia, marca el {911} desde un teléfono ahora mismo.",
    crisis:
      "Siento mucho lo que estás pasando. Llama al {988} a cualquier hora y oprime el 2 para español. Si hay una vida en peligro, marca el {911} ahora mismo.",
    "cannot-hear":
      "Lo siento, no te escucho bien, así que no llamé. Por favor, inténtalo en un momento.",
    unexpected: "Lo siento, algo falló de nuestro lado. Por favor, inténtalo en un momento.",
    "wrong-skill": "Lo siento, aquí no puedo ayudarte con eso.",
  },
};
