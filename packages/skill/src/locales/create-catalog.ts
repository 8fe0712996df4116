import {
  type CallForm,
  choicesOf,
  type Field,
  type FieldValue,
  type QuestionWords,
  type Words,
} from "@skill-call/call-form";
import type { Conversation } from "../conversation/conversation.ts";
import type { Remark } from "../conversation/remark.ts";
import { type Fillings, fill } from "../speech/fill.ts";
import { inSequence, type Ssml, spellOut, ssml } from "../speech/ssml.ts";
import type { Catalog, Prompt } from "./catalog.ts";
import { withOwnSentences } from "./own-sentences.ts";
import { type StockSentences, stockSentences } from "./stock-sentences.ts";

/** Every sentence of a form's skill in one of its locales. */
export function createCatalog(form: CallForm, words: Words): Catalog {
  const stock = withOwnSentences(stockSentences[words.language], words.sentences);
  const { name: company, phoneNumber = "" } = words.company;
  const fillings = { company, phoneNumber, hours: words.hours ?? "" };
  const speak = (sentence: string, more: Fillings = {}) => fill(sentence, { ...fillings, ...more });
  return {
    locale: words.locale,
    safety: stock.safety,
    emergencyQuestion: promptOf(stock.emergencyQuestion, speak),
    prompt(question, conversation) {
      const about = aboutOf(form, words, conversation);
      if (question === "confirmation")
        return withName(
          promptOf(words.confirmation, (text) => speak(text, { about })),
          isOfAccount(conversation) && speak(stock.givenName, { name: conversation.givenName }),
        );
      if (question === "change") return promptOf(words.change, speak);
      const field = fieldOf(form, question);
      const choices = choicesOf(form, field, words);
      return promptOf(wordsOf(words, field), (text) => speak(text, { choices }));
    },
    remark: (remark) => remarkSpeech(remark, { form, words, stock, speak }),
    company,
    buttons: stock.buttons,
    calls(rings, dials) {
      const number = phoneNumber || (dials === undefined ? "" : written(dials));
      return speak(stock.calls[rings], { number });
    },
    hours: words.hours === undefined ? undefined : speak(words.open),
    purpose: speak(words.purpose),
    unnamed: words.unnamed,
    closed: speak(words.closed),
    consentNeeded: speak(stock.consentNeeded),
    oneMoment: speak(stock.oneMoment),
    announcement: (rings, conversation) =>
      speak(stock.announcements[rings], { about: aboutOf(form, words, conversation) }),
    failures: spoken(stock.failures, speak),
    farewells: spoken(stock.farewells, speak),
  };
}

/** "+1 607-333-1111". */
function written(e164: string): string {
  return e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1-$2-$3");
}

/** Nobody said their name: whose it is taken for is told before the call. */
function isOfAccount(
  conversation: Conversation,
): conversation is Conversation & { readonly givenName: string } {
  const { answers, givenName } = conversation;
  return givenName !== undefined && answers.callerName === givenName;
}

function withName(prompt: Prompt, name: Ssml | false): Prompt {
  return name === false ? prompt : { ...prompt, ask: inSequence([name, prompt.ask]) };
}

type Speak = (sentence: string, more?: Fillings) => Ssml;

function promptOf({ ask, reprompt, help }: QuestionWords, speak: (text: string) => Ssml): Prompt {
  return { ask: speak(ask), reprompt: speak(reprompt), help: speak(help) };
}

function spoken<Key extends string>(
  sentences: Readonly<Record<Key, string>>,
  speak: Speak,
): Readonly<Record<Key, Ssml>> {
  const entries = Object.entries<string>(sentences).map(([key, text]) => [key, speak(text)]);
  return Object.fromEntries(entries) as Readonly<Record<Key, Ssml>>;
}

interface RemarkContext {
  readonly form: CallForm;
  readonly words: Words;
  readonly stock: StockSentences;
  readonly speak: Speak;
}

function remarkSpeech(remark: Remark, { form, words, stock, speak }: RemarkContext): Ssml {
  if (remark === "welcome") return speak(words.welcome);
  if (remark === "hours")
    return speak(words.hours === undefined ? stock.remarks["hours-unknown"] : words.open);
  if (remark === "number" && words.company.phoneNumber === undefined)
    return speak(stock.remarks["number-unknown"]);
  if (typeof remark === "string") return speak(stock.remarks[remark]);
  const field = fieldOf(form, remark.field);
  const sentence = wordsOf(words, field)[remark.says];
  if (remark.says === "heard")
    return speak(sentence, { value: spokenValue(field, remark.value, words) });
  return speak(sentence, { choices: choicesOf(form, field, words) });
}

/** What the confirmation says again: the reason, and the other fields that the form names. */
function aboutOf(form: CallForm, words: Words, { answers, reason }: Conversation): Ssml {
  const phrases = form.repeats.flatMap((id): Ssml[] => {
    const field = fieldOf(form, id);
    if (field.kind === "reason") return [fill(words.reasons[reason?.id ?? "other"]?.about ?? "")];
    const value = answers[id];
    const { repeat = "" } = wordsOf(words, field);
    return value === undefined ? [] : [fill(repeat, { value: spokenValue(field, value, words) })];
  });
  return inSequence(phrases.filter(({ markup }) => markup !== ""));
}

/** A value as it is said back. */
function spokenValue(field: Field, value: FieldValue, words: Words): Ssml | string {
  const text = String(value);
  const { choices } = wordsOf(words, field);
  if (field.kind === "account-id") return spellOut(text);
  if (field.kind === "phone")
    return ssml`<say-as interpret-as="telephone">${text.replace(/^\+1(?=\d{10}$)/, "")}</say-as>`;
  if (field.kind === "date") return ssml`<say-as interpret-as="date" format="ymd">${text}</say-as>`;
  if (field.kind === "yes-no") return choices[value ? "yes" : "no"]?.name ?? text;
  return field.kind === "choice" ? (choices[text]?.name ?? text) : text;
}

function fieldOf({ fields }: CallForm, id: string): Field {
  const field = fields.find((each) => each.id === id);
  if (!field) throw new TypeError(`the form has no field ${id}`);
  return field;
}

function wordsOf({ fields, locale }: Words, { id }: Field) {
  const words = fields[id];
  if (!words) throw new TypeError(`${locale} has no words for ${id}`);
  return words;
}
