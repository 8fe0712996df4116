import * as v from "valibot";
import { httpsUrl, invocationName, lambdaArn, profileName, skillId, storeName } from "./formats.ts";
import { lambdaSettings } from "./lambda-settings.ts";

/** One value for all locales, or one for each that is named. */
function byLocale<Value extends v.GenericSchema<string>>(value: Value) {
  return v.union([value, v.record(v.string(), value)], (issue) =>
    typeof issue.input === "string"
      ? messageOf(value, issue.input)
      : "must be a text, or texts by locale",
  );
}

function messageOf(schema: v.GenericSchema<string>, input: string): string {
  return v.safeParse(schema, input).issues?.[0].message ?? "";
}

/** What a deployment puts into its copy of the skill package. Everything may be left out. */
export const settingsSchema = v.strictObject({
  lambdaArn: v.exactOptional(lambdaArn),
  skillId: v.exactOptional(skillId),
  name: v.exactOptional(byLocale(storeName)),
  invocationName: v.exactOptional(byLocale(invocationName)),
  privacyUrl: v.exactOptional(byLocale(httpsUrl)),
  termsUrl: v.exactOptional(byLocale(httpsUrl)),
  iconsUrl: v.exactOptional(httpsUrl),
  profile: v.exactOptional(profileName, "default"),
  lambda: v.exactOptional(lambdaSettings),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
export type ByLocale = string | Readonly<Record<string, string>>;

/** The value for one locale; where none is given, what git's copy has. */
export function inLocale(values: ByLocale | undefined, locale: string): string | undefined {
  const value = typeof values === "object" ? values[locale] : values;
  return value?.replaceAll("{locale}", locale);
}

/** The settings, or one line for each mistake in them. */
export function readSettings(
  document: unknown,
): { settings: Settings; mistakes?: never } | { settings?: never; mistakes: string[] } {
  const { success, output, issues } = v.safeParse(settingsSchema, document);
  if (success) return { settings: output };
  return {
    mistakes: issues.map((issue) => `${v.getDotPath(issue) ?? "settings"}: ${problem(issue)}`),
  };
}

function problem(issue: v.BaseIssue<unknown>): string {
  return issue.type === "strict_object" && issue.expected === "never"
    ? "is not a setting"
    : issue.message;
}
