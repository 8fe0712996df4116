import type { ReasonId } from "../call-reasons.ts";
import { spanish } from "../safety/languages/es.ts";
import { digits, spellOut, ssml } from "../speech/ssml.ts";
import type { Catalog } from "./catalog.ts";
import { choiceOf } from "./choice-of.ts";
import { company } from "./company.ts";
import { connectFailures } from "./connect-failures.ts";

const about: Readonly<Record<ReasonId, string>> = {
  billing: " por un tema de facturación",
  "technical-support": " por un tema de soporte técnico",
  "order-status": " por un pedido",
  sales: " por un tema de ventas",
  other: "",
};

/** As a caller says them: values of the model's CallReason. */
const reasonNames: Readonly<Record<ReasonId, string>> = {
  billing: "facturación",
  "technical-support": "soporte técnico",
  "order-status": "estado del pedido",
  sales: "ventas",
  other: "otra cosa",
};

// "o" becomes "u" before the sound of an o.
const choices = choiceOf(reasonNames, " u ");

export const esUs: Catalog = {
  locale: "es-US",
  safety: spanish,
  emergencyQuestion: {
    ask: ssml`Si alguien corre peligro, marca el ${digits("911")} desde un teléfono ahora. ¿Es una emergencia en este momento?`,
    reprompt: ssml`¿Es una emergencia en este momento? Por favor, di sí o no.`,
    help: ssml`No puedo hacer llamadas de emergencia. Si no es una emergencia, di no, y seguimos donde estábamos.`,
  },

  reasonNames,
  questions: {
    callerName: {
      ask: ssml`¿Cómo te llamas?`,
      reprompt: ssml`Por favor, dime tu nombre.`,
      help: ssml`Le diré tu nombre a la persona que conteste.`,
    },
    accountId: {
      ask: ssml`¿Cuál es tu número de cuenta? Si no lo tienes, di: no lo sé.`,
      reprompt: ssml`Por favor, dime tu número de cuenta, una letra o un dígito a la vez. O di: no lo sé.`,
      help: ssml`Tu número de cuenta está en tu factura. Dilo letra por letra, dígito por dígito. También puedes seguir sin él.`,
    },
    reason: {
      ask: ssml`¿Cuál es el motivo de tu llamada?`,
      reprompt: ssml`Puedes decir: ${choices}.`,
      help: ssml`Dime por qué llamas, para que te atienda la persona indicada. Puedes decir: ${choices}.`,
    },
    change: {
      ask: ssml`¿Qué quieres cambiar? Por ejemplo, di: mi cuenta es, y luego el número. O di: para.`,
      reprompt: ssml`Dime qué quieres cambiar, o di: para.`,
      help: ssml`Puedes cambiar tu nombre, tu número de cuenta o el motivo de la llamada. Por ejemplo, di: es sobre facturación.`,
    },
  },
  confirmation: (reason) => ({
    ask: ssml`¿Llamo ahora a ${company}${about[reason]}?`,
    reprompt: ssml`Di sí, y llamo a ${company}. Di no para cambiar algo.`,
    help: ssml`Si dices que sí, llamo a ${company} y les paso lo que me dijiste. Para cambiar algo antes, di por ejemplo: me llamo Ana.`,
  }),

  remarks: {
    welcome: ssml`Te damos la bienvenida a ${company}. Te hago unas preguntas cortas y llamo por ti.`,
    "starting-over": ssml`De acuerdo, empecemos de nuevo.`,
    "any-name-will-do": ssml`Puedes darme el nombre que quieras.`,
    "account-id-unclear": ssml`Lo siento, no entendí un número de cuenta válido.`,
    "account-id-given-up": ssml`No logré entender tu número de cuenta, así que seguimos sin él.`,
    "without-account-id": ssml`No hay problema, seguimos sin él.`,
    "reason-unclear": ssml`No sé bien quién te puede ayudar con eso. Puedes decir: ${choices}.`,
    "reason-in-own-words": ssml`Les paso el motivo tal como lo dijiste.`,
    misheard: ssml`Perdón, no te entendí.`,
    "not-calling": ssml`De acuerdo, todavía no llamo.`,
  },
  nameHeard: (callerName) => ssml`Gracias, ${callerName}.`,
  accountIdHeard: (accountId) => ssml`Tu número de cuenta es ${spellOut(accountId)}.`,

  consentNeeded: ssml`Para hacer la llamada necesito tu número de teléfono.`,
  announcements: {
    device: (reason) => ssml`Llamando a ${company}${about[reason]}.`,
    phone: () => ssml`Ahora hago sonar tu teléfono. Contesta y te comunico con ${company}.`,
    later: () => ssml`Alguien de ${company} te va a llamar pronto.`,
  },

  failures: {
    "request.no-token": ssml`Esta vez Alexa no me dio permiso para llamar. Por favor, abre ${company} otra vez e inténtalo de nuevo.`,
    "request.no-device": ssml`Desde aquí no puedo hacer llamadas. Por favor, pídemelo desde un dispositivo Echo.`,
    "request.no-device-id": ssml`No pude saber desde cuál de tus dispositivos llamar. Por favor, prueba con otro dispositivo Echo.`,
    "request.untrusted-endpoint": ssml`Algo no está bien en esta solicitud, así que no llamé. Por favor, inténtalo desde tu propio dispositivo Echo.`,
    "request.outside-north-america": ssml`Solo puedo llamar con cuentas de Alexa de Norteamérica. Por favor, márcanos desde un teléfono.`,

    "profile.bad-request": ssml`No pude consultar tu número de teléfono, y es un error nuestro. Por favor, esta vez márcanos desde un teléfono.`,
    "profile.bad-token": ssml`Mi permiso para consultar tu número de teléfono venció. Por favor, abre ${company} otra vez e inténtalo de nuevo.`,
    "profile.access-denied": ssml`Todavía no puedo usar tu número de teléfono. Te envié una tarjeta a la app de Alexa: da el permiso ahí y pídemelo otra vez.`,
    "profile.not-found": ssml`No encontré tu perfil de Alexa, así que no sé tu número de teléfono. Por favor, revisa tu perfil en la app de Alexa.`,
    "profile.throttled": ssml`Hay demasiadas personas pidiéndome llamadas. Por favor, inténtalo en un minuto.`,
    "profile.unavailable": ssml`En este momento Alexa no puede consultar números de teléfono. Por favor, inténtalo en unos minutos.`,
    "profile.timeout": ssml`Consultar tu número de teléfono tardó demasiado, así que no llamé. Por favor, inténtalo de nuevo.`,
    "profile.connection-lost": ssml`Se cortó la conexión mientras consultaba tu número de teléfono. Por favor, inténtalo de nuevo.`,
    "profile.no-number": ssml`Tu perfil de Alexa no tiene un número de celular. Por favor, agrega uno en la app de Alexa y pídemelo otra vez.`,
    "profile.unusable-number": ssml`El número de celular de tu perfil de Alexa parece incompleto. Por favor, revísalo en la app de Alexa y pídemelo otra vez.`,

    "consent.denied": ssml`De acuerdo, no uso tu número de teléfono, así que no puedo llamar. Si cambias de opinión, hay una tarjeta en tu app de Alexa.`,
    "consent.not-answered": ssml`No escuché si puedo usar tu número de teléfono, así que no llamé. Puedes dar el permiso en la tarjeta de tu app de Alexa.`,

    "session.bad-request": ssml`Alexa no aceptó la llamada, y es un error nuestro. Por favor, esta vez márcanos desde un teléfono.`,
    "session.bad-token": ssml`Mi permiso para hacer llamadas acaba de vencer. Por favor, abre ${company} otra vez e inténtalo de nuevo.`,
    "session.access-denied": ssml`Las llamadas no están activadas para esta skill. Por favor, actívalas en los ajustes de la skill en tu app de Alexa y pídemelo otra vez.`,
    "session.not-found": ssml`Alexa no ofrece este tipo de llamadas donde está registrada tu cuenta. Por favor, márcanos desde un teléfono.`,
    "session.throttled": ssml`Todas las líneas están ocupadas. Por favor, espera un minuto y pídemelo otra vez.`,
    "session.unavailable": ssml`En este momento Alexa no puede iniciar llamadas. Por favor, inténtalo en unos minutos.`,
    "session.timeout": ssml`No sé si tu llamada empezó. Si no pasa nada en medio minuto, pídemelo otra vez.`,
    "session.connection-lost": ssml`Se cortó la conexión al iniciar tu llamada. Si no pasa nada en medio minuto, pídemelo otra vez.`,

    "callback.refused": ssml`No pude hacer sonar tu teléfono, y es un error nuestro. Por favor, esta vez márcanos tú.`,
    "callback.throttled": ssml`Estamos llamando a muchos teléfonos. Por favor, espera un minuto y pídemelo otra vez.`,
    "callback.unavailable": ssml`En este momento no podemos llamar a teléfonos. Por favor, inténtalo en unos minutos.`,
    "callback.timeout": ssml`No sé si tu teléfono va a sonar. Si no suena en un minuto, pídemelo otra vez.`,
    "callback.connection-lost": ssml`Se cortó la conexión al pedir que suene tu teléfono. Si no suena en un minuto, pídemelo otra vez.`,

    ...connectFailures.es,

    "property.no-unit": ssml`Este dispositivo no está asignado a una habitación, así que no puedo llamar desde aquí. Por favor, usa el teléfono de tu habitación.`,
    "property.refused": ssml`No pude llamar desde esta habitación. Por favor, usa el teléfono y avísale al personal.`,
    "property.throttled": ssml`Se están haciendo muchas llamadas aquí. Por favor, espera un minuto y pídemelo otra vez.`,
    "property.unavailable": ssml`Las llamadas desde esta habitación no funcionan en este momento. Por favor, inténtalo en unos minutos o usa el teléfono.`,
    "property.timeout": ssml`No sé si tu llamada salió. Si nadie contesta en medio minuto, por favor, usa el teléfono.`,
    "property.connection-lost": ssml`Se cortó la conexión al llamar desde tu habitación. Si nadie contesta en medio minuto, por favor, usa el teléfono.`,

    "store.unavailable": ssml`No pude anotar lo que me dijiste, así que no llamé. Por favor, inténtalo en unos minutos.`,
    "store.invalid-context": ssml`No pude anotar tus datos tal como los dijiste, así que no llamé. Por favor, empieza de nuevo con menos palabras.`,

    "call.failed-before": ssml`Esa llamada no se pudo hacer. Por favor, abre ${company} otra vez para intentarlo.`,
  },

  farewells: {
    stopped: ssml`De acuerdo. Adiós.`,
    emergency: ssml`No puedo hacer llamadas de emergencia. En una emergencia, marca el ${digits("911")} desde un teléfono ahora mismo.`,
    crisis: ssml`Siento mucho lo que estás pasando. Llama al ${digits("988")} a cualquier hora y oprime el 2 para español. Si hay una vida en peligro, marca el ${digits("911")} ahora mismo.`,
    "cannot-hear": ssml`Lo siento, no te escucho bien, así que no llamé. Por favor, inténtalo en un momento.`,
    unexpected: ssml`Lo siento, algo falló de nuestro lado. Por favor, inténtalo en un momento.`,
    "wrong-skill": ssml`Lo siento, aquí no puedo ayudarte con eso.`,
  },
};
