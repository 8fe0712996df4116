/** What the caller may say freely stays well within what speech, store and session attributes hold. */
const longest = 120;

/**
 * Free words of the caller, tidied; `undefined` where there are none. Alexa sends "?" for a value that it heard
 * but could not make out.
 */
export function spokenText(value: string | undefined): string | undefined {
  // Control and format characters, lone surrogates among them, are not words and break XML or the store.
  const words = (value ?? "").replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim();
  const text = Array.from(words).slice(0, longest).join("").trim();
  return text === "" || text === "?" ? undefined : text;
}
