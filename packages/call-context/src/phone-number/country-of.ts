import { getCountries } from "libphonenumber-js/max";

/** What people write besides ISO 3166-1 alpha-2 and a country's name. */
const otherSpellings: ReadonlyMap<string, string> = new Map([
  ["can", "CA"],
  ["gbr", "GB"],
  ["mex", "MX"],
  ["uk", "GB"],
  ["unitedstatesofamerica", "US"],
  ["usa", "US"],
]);

/**
 * The country, ISO 3166-1 alpha-2, that somebody wrote by its code or its English name; `undefined` for any other text.
 * @example countryOf("u.s.") // "US"
 * @example countryOf("Canada") // "CA"
 */
export function countryOf(text: string): string | undefined {
  const written = lettersOf(text);
  return (
    otherSpellings.get(written) ??
    getCountries().find((country) => written === country.toLowerCase()) ??
    countryNamed(written)
  );
}

function countryNamed(written: string): string | undefined {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return getCountries().find((country) => written === lettersOf(names.of(country) ?? ""));
}

/** Without accents, case, and whatever stands between the letters. */
function lettersOf(text: string): string {
  return text.normalize("NFKD").replace(/\P{L}/gu, "").toLowerCase();
}
