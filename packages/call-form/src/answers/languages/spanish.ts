import type { HeardWords } from "../heard-words.ts";

export const spanish: HeardWords = {
  fillers: ["por favor", "eh", "este", "pues", "bueno", "alexa"],
  persons: [
    ...["una persona", "persona", "una persona real", "persona real", "un humano", "humano"],
    ...["una humana", "un ser humano", "ser humano", "un agente", "agente", "una agente"],
    ...["el agente", "un operador", "operador", "una operadora", "operadora", "la operadora"],
    ...["el operador", "un representante", "representante", "una representante", "alguien"],
    ...["un asesor", "asesor", "una asesora", "asesora", "un ejecutivo", "ejecutivo"],
    ...["una ejecutiva", "servicio al cliente", "atención al cliente"],
  ],
  personWishes: [
    ...["hablar con", "con", "quiero", "quiero hablar con", "quisiera hablar con", "necesito"],
    ...["necesito hablar con", "me gustaría hablar con", "déjame hablar con", "puedo hablar con"],
    ...["comunícame con", "comuníqueme con", "conéctame con", "conécteme con", "pásame con"],
    ...["páseme con", "pásame a", "pásame", "transfiéreme a", "transfiérame a", "transfiéreme con"],
    ...["ponme con", "póngame con", "dame", "deme", "llama a", "llame a", "llamar a"],
  ],
  refusals: [
    ...["no", "no gracias", "que no", "claro que no", "salta", "sáltalo", "sáltatela", "sáltala"],
    ...["omitir", "omite", "paso", "pasa", "siguiente", "ninguno", "ninguna", "nada", "nadie"],
    ...[
      "sin nombre",
      "olvídalo",
      "no sé",
      "no lo sé",
      "no tengo",
      "no quiero",
      "no quiero decirlo",
    ],
    ...["prefiero no decirlo", "no te lo digo", "no te importa", "anónimo", "anónima", "por qué"],
    ...["para qué", "desconocido"],
  ],
  noNames: [
    ...["qué", "cómo", "cómo dices", "mande", "perdón", "perdona", "disculpa", "hola", "sí"],
    ...["claro", "ajá", "vale", "de acuerdo", "gracias", "para", "alto", "detente", "basta"],
    ...["cancela", "cancelar", "salir", "ayuda", "repite", "otra vez", "quién", "cuándo", "dónde"],
    ...["espera", "un momento", "nombre", "mi nombre", "el nombre", "eso", "esto", "yo", "tú"],
    ...["cállate", "qué dijiste", "adiós"],
  ],
  swearWords: [
    ...["mierda", "carajo", "puta", "puto", "pendejo", "pendeja", "chinga", "chingada", "chingado"],
    ...["chingar", "cabrón", "cabrona", "coño", "joder", "verga", "culero", "pinche", "maldita"],
  ],
  nameWords: [
    ...["sol", "luz", "paz", "rosa", "mercedes", "consuelo", "pilar", "dolores", "socorro"],
    ...[
      "esperanza",
      "soledad",
      "remedios",
      "gloria",
      "victoria",
      "blanca",
      "flor",
      "cruz",
      "reyes",
    ],
    ...["ángel", "amparo", "rocío", "mar", "estrella", "salvador", "milagros", "clara"],
  ],
};
