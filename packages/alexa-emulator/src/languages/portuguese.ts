import { clockPhrases } from "./clock-phrases.ts";
import { around } from "./date-words.ts";
import type { Language } from "./language.ts";
import { all, counting, same } from "./number-words.ts";
import { portugueseLists } from "./word-lists.ts";

const tens = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa";
const hundreds =
  "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos";

export const portuguese: Language = {
  invocation: {
    wakeWords: ["alexa"],
    openings: ["por favor", "você pode", "pode", "eu quero", "quero", "eu gostaria de"],
    closings: ["por favor"],
    verbs: [
      ...["abra", "abre", "abrir", "inicie", "inicia", "iniciar", "comece", "começar", "use"],
      ...["execute", "carregue", "fale com", "fala com", "falar com", "converse com"],
      ...["peça para", "pede para", "pergunte para", "pergunta para", "pergunte a", "peça a"],
      ...["diga para", "diz para", "busque no", "procure no"],
    ],
    articles: ["o", "a"],
    connectives: ["que", "para", "e", "e peça", "sobre", "se", "por", "qual", "de"],
    trailing: ["com", "no", "na", "em", "usando", "do", "da", "pelo", "pela"],
  },
  builtInUtterances: {
    "AMAZON.CancelIntent": ["cancelar", "cancela", "cancele", "deixa pra lá", "esquece", "esqueça"],
    "AMAZON.HelpIntent": [
      ...["ajuda", "me ajuda", "me ajude", "você pode me ajudar", "preciso de ajuda"],
      ...["o que eu posso dizer", "o que posso dizer"],
    ],
    "AMAZON.StopIntent": ["parar", "pare", "para", "chega", "pode parar", "desligar"],
    "AMAZON.NavigateHomeIntent": ["início", "ir para o início", "página inicial"],
    "AMAZON.YesIntent": [
      ...["sim", "sim por favor", "claro", "com certeza", "isso", "isso mesmo", "ok", "tá bom"],
      ...["tudo bem", "pode ser", "certo", "correto", "está certo"],
    ],
    "AMAZON.NoIntent": [
      "não",
      "não obrigado",
      "não obrigada",
      "agora não",
      "errado",
      "de jeito nenhum",
    ],
    "AMAZON.RepeatIntent": [
      ...["repetir", "repete", "repita", "repita isso", "pode repetir", "fala de novo", "de novo"],
      ...["o que você disse"],
    ],
    "AMAZON.StartOverIntent": [
      "recomeçar",
      "recomece",
      "começar de novo",
      "comece de novo",
      "reiniciar",
    ],
    "AMAZON.MoreIntent": ["mais"],
    "AMAZON.NextIntent": ["próximo", "próxima", "avançar", "pular"],
    "AMAZON.PreviousIntent": ["anterior", "voltar", "volta"],
    "AMAZON.PauseIntent": ["pausa", "pausar", "pause"],
    "AMAZON.ResumeIntent": ["continuar", "continua", "continue", "retomar"],
    "AMAZON.LoopOnIntent": ["ligar a repetição"],
    "AMAZON.LoopOffIntent": ["desligar a repetição"],
    "AMAZON.ShuffleOnIntent": ["modo aleatório", "aleatório", "embaralhar"],
    "AMAZON.ShuffleOffIntent": ["desligar o modo aleatório"],
  },
  exit: ["sair", "sai"],
  approval: ["eu aprovo", "aprovo", "eu autorizo", "autorizo"],
  numbers: {
    values: new Map([
      ...counting("zero um dois tres quatro cinco seis sete oito nove dez onze doze", 0),
      ...counting("treze quatorze quinze dezesseis dezessete dezoito dezenove", 13),
      ...counting(tens, 20, 10),
      ...counting(hundreds, 100, 100),
      ["catorze", 14],
      ["uma", 1],
      ["duas", 2],
      ["cento", 100],
    ]),
    room: new Map([...all(tens, 10), ...all(`${hundreds} cento`, 100)]),
    multipliers: new Map([["mil", 1000]]),
    scores: [],
    joints: ["e"],
    marks: new Map([
      ["hifen", "-"],
      ["traco", "-"],
      ["ponto", "."],
    ]),
    repeats: new Map([...all("duplo", 2), ...all("triplo", 3)]),
  },
  dates: {
    months: [
      ...["janeiro", "fevereiro", "marco", "abril", "maio", "junho"],
      ...["julho", "agosto", "setembro", "outubro", "novembro", "dezembro"],
    ],
    ordinals: new Map([
      ...counting("primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo", 1),
      ...counting("primeira segunda terceira quarta quinta sexta setima oitava nona decima", 1),
    ]),
    ordinalEndings: ["", "o", "a"],
    fillers: ["o", "a", "de", "do", "da", "no", "na", "em", "dia"],
    weekdays: [
      ...["segunda feira", "terca feira", "quarta feira", "quinta feira", "sexta feira"],
      ...["sabado", "domingo"],
    ],
    seasons: new Map([
      ["primavera", "SP"],
      ["verao", "SU"],
      ["outono", "FA"],
      ["inverno", "WI"],
    ]),
    next: ["proximo", "proxima", "que vem"],
    current: ["este", "esta", "nesta", "neste", "nessa", "nesse"],
    last: ["passado", "passada"],
    relative: new Map([
      ["agora", { unit: "now", offset: 0 }],
      ["agora mesmo", { unit: "now", offset: 0 }],
      ...around("day", "ontem", "hoje, hoje noite, esta noite", "amanha"),
      ["anteontem", { unit: "day", offset: -2 }],
      ["depois amanha", { unit: "day", offset: 2 }],
      ...around(
        "week",
        "semana passada",
        "esta semana, essa semana",
        "proxima semana, semana que vem",
      ),
      ...around(
        "weekend",
        "fim semana passado",
        "este fim semana, fim semana",
        "proximo fim semana, fim semana que vem",
      ),
      ...around("month", "mes passado", "este mes, esse mes", "proximo mes, mes que vem"),
      ...around("year", "ano passado", "este ano, esse ano", "proximo ano, ano que vem"),
      ...around("decade", "decada passada", "esta decada", "proxima decada"),
    ]),
  },
  times: {
    clock: clockPhrases("(?: (?:da |de )?(?<part>manha|tarde|noite|madrugada))?", [
      ["(?:as )?(?<h>\\d{1,2})(?: horas?)?(?: (?:e )?(?<m>\\d{1,2}))?(?: em ponto)?"],
      ["(?:as )?(?<h>\\d{1,2}) e meia", 30],
      ["(?:as )?(?<to>\\d{1,2}) para (?:as )?(?<h>\\d{1,2})"],
    ]),
    parts: new Map([...same(["manha", "madrugada"], "am"), ["tarde", "pm"], ["noite", "night"]]),
    named: new Map([
      ...same(["meio dia", "ao meio dia"], "12:00"),
      ...same(["meia noite", "a meia noite"], "00:00"),
      ...same(["de manha", "manha", "pela manha"], "MO"),
      ...same(["a tarde", "de tarde", "tarde"], "AF"),
      ...same(["a noite", "de noite", "noite"], "NI"),
    ]),
    units: new Map([
      ...same(["segundo", "segundos"], "TS"),
      ...same(["minuto", "minutos"], "TM"),
      ...same(["hora", "horas"], "TH"),
      ...same(["dia", "dias"], "D"),
      ...same(["semana", "semanas"], "W"),
      ...same(["mes", "meses"], "M"),
      ...same(["ano", "anos"], "Y"),
    ]),
    one: [],
    half: ["meia"],
    andAHalf: ["e meia", "e meio"],
  },
  decimals: { point: ["virgula", "ponto"], minus: ["menos"] },
  lists: portugueseLists,
  sentences: {
    notForASkill: "Desculpe, isso eu não sei.",
    skillProblem: "Houve um problema com a resposta da skill solicitada.",
    contactNotAvailable: "Desculpe, esse contato não está disponível.",
    consentQuestion: (skillName, what) =>
      `Você dá permissão para ${skillName} acessar ${what}? Você pode dizer eu aprovo ou não.`,
    consentNotUnderstood: "Desculpe, não entendi. Você pode dizer eu aprovo ou não.",
    purchaseQuestion: (errand, what) => {
      if (errand === "AskFor") return `Você quer permitir ${what}?`;
      return errand === "Cancel" ? `Você quer cancelar ${what}?` : `Você quer comprar ${what}?`;
    },
    consentGiven: "Obrigada.",
    consentDenied: "Tudo bem. Você pode mudar isso a qualquer momento no app Alexa.",
    scopes: new Map([
      ["alexa::profile:mobile_number:read", "o número do seu celular"],
      ["alexa::profile:given_name:read", "o seu primeiro nome"],
      ["alexa::profile:name:read", "o seu nome"],
      ["alexa::profile:email:read", "o seu e-mail"],
    ]),
  },
};
