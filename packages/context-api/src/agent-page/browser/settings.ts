import { type Api, ask } from "./api.ts";

export interface FieldLabel {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface SignInSettings {
  readonly clientId: string;
  readonly scope: string;
  readonly params: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
}

/** What the deployment tells the page and the element. */
export interface Settings {
  readonly labels: Readonly<Record<string, readonly FieldLabel[]>>;
  readonly accountLink?: string;
  readonly frameAncestors: readonly string[];
  readonly signIn?: SignInSettings;
}

const none: Settings = { labels: {}, frameAncestors: [] };

/** Without them a call is shown all the same, with the names of its fields. */
export async function fetchSettings(api: Api): Promise<Settings> {
  try {
    return await (await ask(api, "/agent/settings.json")).json();
  } catch {
    return none;
  }
}

/** The labels in a reader's language, or in any. */
export function labelsFor({ labels }: Settings, locale: string): readonly FieldLabel[] {
  const language = locale.slice(0, 2);
  const names = Object.keys(labels);
  const name =
    names.find((each) => each === locale) ??
    names.find((each) => each.startsWith(language)) ??
    names[0];
  return (name !== undefined && labels[name]) || [];
}
