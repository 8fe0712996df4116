import { english } from "./languages/en.ts";
import { spanish } from "./languages/es.ts";
import { french } from "./languages/fr.ts";
import { tellingIndexOf } from "./telling-index.ts";

/** The indexes as text, by language. The build runs this file and bundles what it says (scripts/made-at-build-time.mjs). */
export default JSON.stringify({
  en: tellingIndexOf(english),
  es: tellingIndexOf(spanish),
  fr: tellingIndexOf(french),
});
