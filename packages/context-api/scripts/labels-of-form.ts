import { fieldLabelsOf } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";

const form = readCallFormFile("../../call-form.json");

/** The labels of the repository's call form, by locale. */
export default Object.fromEntries(
  form.words.map(({ locale }) => [locale, fieldLabelsOf(form, locale)]),
);
