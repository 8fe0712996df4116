/**
 * How people say their name in the languages of North America: many mix them, whatever language a device is set to.
 * Only words that are no names in another of these languages.
 */
export const introductionsOfAll = [
  ...["my name is", "my name's"],
  ...["me llamo", "mi nombre es", "yo soy"],
  ...["je m'appelle", "moi c'est", "mon nom est"],
];

/** The same where a name was asked for: elsewhere these open other sentences, too. */
export const shortIntroductionsOfAll = ["i'm", "this is", "soy", "c'est", "je suis"];
