import { Option } from "commander";

/** Another skill than the repository's own. */
export function formOption(): Option {
  return new Option(
    "--form <folder>",
    "the skill of a folder with call-form.json, words/ and routes.json",
  );
}
