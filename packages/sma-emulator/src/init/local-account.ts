/** The account that templates are thought to be deployed to: the emulator's own. */
export const localAccount = { awsRegion: "us-east-1", awsAccountId: "123456789012" } as const;

/** A number that nobody has, for an application that a project names none for. */
export function numberFor(application: number): string {
  return `+12065550${150 + application}`;
}

/** A bot of Amazon Lex, and its alias, by IDs of the form that Lex gives: any scripted bot answers to them. */
export const localBot = {
  id: "LOCALBOT00",
  aliasId: "TSTALIASID",
  aliasArn: `arn:aws:lex:${localAccount.awsRegion}:${localAccount.awsAccountId}:bot-alias/LOCALBOT00/TSTALIASID`,
} as const;
