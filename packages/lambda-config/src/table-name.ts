import * as v from "valibot";
import { requirement } from "./requirement.ts";

const message = requirement("must be a DynamoDB table's name or ARN", "skill-call-contexts");

/** A DynamoDB table, as the API takes it: 3–255 characters, or an ARN. */
export const tableName = v.pipe(
  v.optional(v.string(message), ""),
  v.regex(/^(arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/)?[\w.-]{3,255}$/, message),
);
