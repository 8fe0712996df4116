import type { Readable, Writable } from "node:stream";
import { isCancel, multiselect, text } from "@clack/prompts";
import { languageOfLocale } from "@skill-call/call-form";
import { CommandError, phoneNumber } from "@skill-call/terminal";
import { type Answers, defaults, invocationNameFor, listOf } from "./answers.ts";
import { type Locale, languagesOf, languageTexts, locales } from "./languages/languages.ts";
import { mistakeIn } from "./mistake-in.ts";

/** What was answered before anything is asked: by options. */
export type Given = Partial<Omit<Answers, "reasons">> & {
  readonly reasons: Partial<Answers["reasons"]>;
};

export interface Conversation {
  readonly input: Readable;
  readonly output: Writable;
}

/** What is not asked, and not given: the defaults, which follow from what is given. */
export function withDefaults(given: Given): Answers {
  const company = given.company ?? defaults.company;
  return {
    ...defaults,
    invocationName: invocationNameFor(company),
    ...given,
    company,
    reasons: { ...defaults.reasons, ...given.reasons },
  };
}

/**
 * Asks for what is not given, a question at a time; an answer that does not fit is asked for again, with the reason.
 * @throws {CommandError} when the caller leaves
 */
export async function ask(given: Given, conversation: Conversation): Promise<Answers> {
  let known = given;
  const askText = async (
    message: string,
    initialValue: string,
    read: (typed: string) => Partial<Given>,
  ) => {
    const take = (typed = "") => merged(known, read(typed.trim() || initialValue));
    const answer = await text({
      ...conversation,
      message,
      placeholder: initialValue,
      defaultValue: initialValue,
      validate: (typed) => problemOf(() => take(typed)),
    });
    known = take(stayed(answer));
  };

  if (known.company === undefined)
    await askText("What is the company called?", defaults.company, (company) => ({ company }));
  if (known.invocationName === undefined)
    await askText(
      "What do callers say after “Alexa, open …”?",
      withDefaults(known).invocationName,
      (invocationName) => ({ invocationName }),
    );
  if (known.locales === undefined)
    known = merged(known, { locales: await askLocales(conversation) });
  for (const language of languagesOf(withDefaults(known).locales)) {
    if (known.reasons[language] !== undefined) continue;
    const texts = languageTexts[language];
    await askText(
      `Why do people call? In ${texts.name}, with commas; “${texts.other}” is added.`,
      texts.reasons.join(", "),
      (typed) => ({ reasons: { [language]: listOf(typed) } }),
    );
  }
  if (known.phoneNumber === undefined)
    await askText("Which number do the calls go to?", defaults.phoneNumber, (typed) => ({
      phoneNumber: phoneNumber(typed),
    }));
  return withDefaults(known);
}

async function askLocales(conversation: Conversation): Promise<Answers["locales"]> {
  const chosen = await multiselect<Locale>({
    ...conversation,
    message: "Which languages does the skill speak? Space chooses, Enter goes on.",
    options: locales.map((value) => ({ value })),
    initialValues: [...defaults.locales],
    required: true,
  });
  const [first = "en-US", ...others] = stayed(chosen);
  return [first, ...others];
}

function merged(known: Given, more: Partial<Given>): Given {
  return { ...known, ...more, reasons: { ...known.reasons, ...more.reasons } };
}

/** What is wrong with an answer; what is not asked yet is taken as its default, which fits. */
function problemOf(take: () => Given): string | undefined {
  try {
    return mistakeIn(fittingIn(take()));
  } catch (error) {
    return (error as Error).message;
  }
}

/** Languages whose reasons are not known yet have as many as the first. */
function fittingIn(given: Given): Answers {
  const answers = withDefaults(given);
  const asked = answers.locales.filter(
    (locale, index) => index === 0 || given.reasons[languageOfLocale(locale)] !== undefined,
  );
  const [first = "en-US", ...others] = asked;
  return { ...answers, locales: [first, ...others] };
}

function stayed<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new CommandError("Cancelled: nothing was written.");
  return answer as Exclude<Answer, symbol>;
}
