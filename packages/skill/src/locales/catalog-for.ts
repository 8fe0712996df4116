import type { Catalog } from "./catalog.ts";
import { enCa } from "./en-ca.ts";
import { enUs } from "./en-us.ts";
import { esUs } from "./es-us.ts";
import { frCa } from "./fr-ca.ts";

/** English first: it is what a caller hears whose language the skill does not speak. */
export const catalogs: readonly [Catalog, ...Catalog[]] = [enUs, enCa, esUs, frCa];

/** The sentences for a locale: its own, or the first of its language, or English. */
export function catalogFor(locale: string | undefined): Catalog {
  const own = catalogs.find((catalog) => catalog.locale === locale);
  const sameLanguage = catalogs.find(
    (catalog) => languageOf(catalog.locale) === languageOf(locale),
  );
  return own ?? sameLanguage ?? catalogs[0];
}

function languageOf(locale = ""): string {
  return locale.split("-", 1).join("").toLowerCase();
}
