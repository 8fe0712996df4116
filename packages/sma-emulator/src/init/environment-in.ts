import { localAccount, localBot, numberFor } from "./local-account.ts";

/** The bucket of every prompt of a project without a template. */
export const promptsBucket = "prompts";

/** How each language reads a variable of the environment that it cannot do without. */
const needed = /(?:process\.env\.|process\.env\[\s*['"]|os\.environ\[\s*['"])(\w+)/g;

/** The same for several at once: `const { TABLE, FROM: from } = process.env`. */
const unpacked = /\{([^{}]*)\}\s*=\s*process\.env\b/g;

/** How Python reads one that it has another value for, often none that leads anywhere. */
const optional = /(?:os\.environ\.get|os\.getenv)\(\s*['"](\w+)/g;

/** Variables that Lambda, or the emulator, sets itself. */
const given = /^(AWS_|LAMBDA_|_|NODE_|PATH$|TZ$|LANG$)/;

/** What variables are likely to want, by their names; the first that fits counts. */
const likelyValues: readonly (readonly [name: RegExp, value: string])[] = [
  [/bucket/i, promptsBucket],
  [/(bot|alias)\w*arn/i, localBot.aliasArn],
  [/alias_?id/i, localBot.aliasId],
  [/bot_?id/i, localBot.id],
  // Whom a call comes from has to be a number of the account.
  [/(from|source|caller)\w*(phone|number)|callerid/i, numberFor(0)],
  [/phone|number/i, "+12065550190"],
  [/account_?id/i, localAccount.awsAccountId],
  [/^(aws_?)?region$/i, localAccount.awsRegion],
];

function likelyValue(name: string): string {
  return likelyValues.find(([pattern]) => pattern.test(name))?.[1] ?? "";
}

/** Without these nothing is heard; any other may be left out on purpose. */
const wanted = /bucket|arn|alias_?id|bot_?id/i;

/** The variables that a source reads and cannot do without, each with what its name says that it wants. */
export function environmentIn(text: string): Readonly<Record<string, string>> {
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? "");
  const names = [
    ...found(needed),
    ...found(unpacked).flatMap((list) => list.split(",").flatMap((each) => /\w+/.exec(each) ?? [])),
    ...found(optional).filter((name) => wanted.test(name)),
  ];
  return Object.fromEntries(
    [...new Set(names)]
      .filter((name) => !given.test(name))
      .map((name) => [name, likelyValue(name)] as const),
  );
}
