import { readCallFormFile } from "@skill-call/call-form/files";

/** The form of Example Support, with account IDs of four to eight characters. */
export const exampleForm = withShortAccountIds(readCallFormFile("../../call-form.json"));

function withShortAccountIds(form: ReturnType<typeof readCallFormFile>) {
  const fields = form.fields.map((field) =>
    field.kind === "account-id"
      ? { ...field, check: { ...field.check, length: [4, 8] as const } }
      : field,
  );
  return { ...form, fields };
}
