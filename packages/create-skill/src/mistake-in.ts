import { isCallFormError, readCallForm } from "@skill-call/call-form";
import { invocationNameMistakes } from "@skill-call/skill/project";
import type { Answers } from "./answers.ts";
import { languagesOf, languageTexts } from "./languages/languages.ts";
import { formDocuments } from "./project/form-documents.ts";

/** What is wrong about answers, in one sentence, by the call form's own checks and Amazon's; nothing where they fit. */
export function mistakeIn(answers: Answers): string | undefined {
  return invocationMistake(answers) ?? countMistake(answers) ?? formMistake(answers);
}

function invocationMistake({ invocationName, locales }: Answers): string | undefined {
  for (const language of languagesOf(locales)) {
    const [mistake] = invocationNameMistakes(invocationName, language);
    if (mistake !== undefined) return `The invocation name “${invocationName}” ${mistake}.`;
  }
  return undefined;
}

/** The reasons of all languages are the same reasons. */
function countMistake({ locales, reasons }: Answers): string | undefined {
  const [first = "en", ...others] = languagesOf(locales);
  const other = others.find((language) => reasons[language].length !== reasons[first].length);
  if (other === undefined) return undefined;
  const counted = [first, other].map(
    (language) => `${reasons[language].length} in ${languageTexts[language].name}`,
  );
  return `Of the reasons there are ${counted.join(" and ")}: name the same ones, in the same order.`;
}

function formMistake(answers: Answers): string | undefined {
  try {
    readCallForm(formDocuments(answers));
    return undefined;
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    const [first] = error.mistakes;
    return `${first?.pointer}: ${first?.problem}`;
  }
}
