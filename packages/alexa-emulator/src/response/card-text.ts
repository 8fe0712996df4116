import type { Card } from "./response-schema.ts";

/** What the Alexa app shows, in one line. */
export function cardText(card: Card): string {
  switch (card.type) {
    case "Simple":
      return [card.title, card.content].filter((text) => text).join(": ");
    case "Standard":
      return [card.title, card.text].filter((text) => text).join(": ");
    case "LinkAccount":
      return "Link your account.";
    case "AskForPermissionsConsent":
      return `Allow the skill to use: ${card.permissions.join(", ")}`;
  }
}
