import * as v from "valibot";
import { type CallContext, callStarters } from "./call-context.ts";

// Every message is our own: valibot's would quote the value, which is personal data.
const text = v.pipe(v.string("must be a string"), v.nonEmpty("must not be empty"));

const e164 = v.pipe(
  v.string("must be a string"),
  v.regex(/^\+[1-9]\d{1,14}$/, "must be an E.164 number such as +12045551111"),
);

function fieldProblem(issue: v.BaseIssue<unknown>): string {
  return issue.input === undefined ? "is missing" : "must be an object";
}

/** The call context as every store checks it, going in and coming out. Fields that it does not name are kept. */
export const callContextSchema = v.looseObject(
  {
    callerName: text,
    accountId: v.exactOptional(text),
    accountIdVerified: v.boolean("must be true or false"),
    reason: v.looseObject({ id: text, text: v.exactOptional(text) }, fieldProblem),
    callerNumber: v.exactOptional(e164),
    locale: text,
    skillId: v.exactOptional(text),
    callStarter: v.picklist(callStarters, `must be one of ${callStarters.join(", ")}`),
    traceparent: v.exactOptional(text),
  },
  fieldProblem,
) satisfies v.GenericSchema<unknown, CallContext>;
