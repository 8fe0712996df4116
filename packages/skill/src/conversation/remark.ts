/** What the skill says about what it just heard, before its next question. */
export const plainRemarks = [
  "welcome",
  "starting-over",
  "any-name-will-do",
  "account-id-unclear",
  "account-id-given-up",
  "without-account-id",
  "reason-unclear",
  "reason-in-own-words",
  "misheard",
  "not-calling",
] as const;
export type PlainRemark = (typeof plainRemarks)[number];

export type Remark = PlainRemark | { readonly callerName: string } | { readonly accountId: string };
