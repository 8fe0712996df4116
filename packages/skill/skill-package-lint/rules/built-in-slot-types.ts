/** Built-in slot types that all of en, es and fr have: "Slot Type Reference". */
const inEveryLanguage = [
  "AlphaNumeric",
  "DATE",
  "DURATION",
  "FOUR_DIGIT_NUMBER",
  "NUMBER",
  "Ordinal",
  "PhoneNumber",
  "TIME",
  "SearchQuery",
  "Airline",
  "Airport",
  "Animal",
  "Artist",
  "City",
  "Color",
  "Country",
  "DayOfWeek",
  "FirstName",
  "Food",
  "Language",
  "Month",
  "Person",
  "Region",
  "Room",
  "StreetName",
] as const;

/** Those that English alone has. */
const inEnglishOnly = [
  "Actor",
  "AdministrativeArea",
  "Author",
  "Book",
  "Corporation",
  "CreativeWorkType",
  "Dessert",
  "DeviceType",
  "Director",
  "Drink",
  "EventType",
  "FictionalCharacter",
  "Game",
  "Genre",
  "LocalBusiness",
  "LocalBusinessType",
  "Movie",
  "MusicAlbum",
  "MusicGroup",
  "Musician",
  "MusicRecording",
  "Organization",
  "PostalAddress",
  "Professional",
  "ProfessionalType",
  "Service",
  "SocialMediaPlatform",
  "SoftwareApplication",
  "Sport",
  "SportsTeam",
  "StreetAddress",
  "TVSeries",
  "VideoGame",
  "WeatherCondition",
] as const;

/** Those that English (US) alone has. */
const inAmericanEnglishOnly = [
  "LITERAL",
  "US_CITY",
  "US_FIRST_NAME",
  "US_LAST_NAME",
  "US_STATE",
] as const;

/** The built-in slot types that a locale knows, with their prefix. */
export function builtInSlotTypes(locale: string): ReadonlySet<string> {
  const names: string[] = [...inEveryLanguage];
  if (locale.startsWith("en-")) names.push(...inEnglishOnly);
  if (locale === "en-US") names.push(...inAmericanEnglishOnly);
  return new Set(names.map((name) => `AMAZON.${name}`));
}
