import * as v from "valibot";
import { MeetingsApiError } from "./api-error.ts";

/** Regions that host media (API reference, CreateMeeting, MediaRegion). */
const mediaRegions = [
  "af-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-south-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "us-gov-east-1",
  "us-gov-west-1",
] as const;

/** ExternalMeetingId and ExternalUserId (API reference, Attendee). */
const externalId = v.pipe(
  v.string("must be a string"),
  v.minLength(2, "must have length greater than or equal to 2"),
  v.maxLength(64, "must have length less than or equal to 64"),
  v.regex(
    /^[-_&@+=,(){}[\]/«».:|'"#a-zA-Z0-9À-ÿ\s]*$/,
    "must satisfy regular expression pattern: [-_&@+=,()\\{\\}\\[\\]\\/«».:|'\"#a-zA-Z0-9À-ÿ\\s]*",
  ),
  v.check((id) => !/^aws:/i.test(id), "must not begin with aws:"),
);

const clientRequestToken = v.pipe(
  v.string("must be a string"),
  v.minLength(2, "must have length greater than or equal to 2"),
  v.maxLength(64, "must have length less than or equal to 64"),
  v.regex(/^[-_a-zA-Z0-9]*$/, "must satisfy regular expression pattern: [-_a-zA-Z0-9]*"),
);

const capability = v.picklist(
  ["SendReceive", "Send", "Receive", "None"],
  "must satisfy enum value set: [SendReceive, Send, Receive, None]",
);

const attendeeFields = {
  ExternalUserId: externalId,
  Capabilities: v.optional(v.object({ Audio: capability, Video: capability, Content: capability })),
};

const meetingFields = {
  ClientRequestToken: v.optional(clientRequestToken),
  ExternalMeetingId: externalId,
  /** No field of the API: how the emulated API of Amazon Chime says that a meeting is one of its own. */
  OfChime: v.optional(v.boolean()),
  MediaRegion: v.picklist(
    mediaRegions,
    `must satisfy enum value set: [${mediaRegions.join(", ")}]`,
  ),
};

export const createAttendeeRequest = v.object(attendeeFields);
export const createMeetingRequest = v.object(meetingFields);
export const createMeetingWithAttendeesRequest = v.object({
  ...meetingFields,
  Attendees: v.pipe(
    v.array(v.object(attendeeFields), "must be a list"),
    v.minLength(1, "must have length greater than or equal to 1"),
    v.maxLength(20, "must have length less than or equal to 20"),
  ),
});

export type CreateMeetingRequest = v.InferOutput<typeof createMeetingRequest>;
export type CreateAttendeeRequest = v.InferOutput<typeof createAttendeeRequest>;

/**
 * Reads a request's body.
 * @throws {MeetingsApiError} BadRequestException naming every member that breaks a rule
 */
export function readRequest<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map(
    (issue) =>
      `Value at '${v.getDotPath(issue) ?? "body"}' failed to satisfy constraint: Member ${memberRule(issue)}`,
  );
  throw new MeetingsApiError(
    "BadRequestException",
    `${problems.length} validation error${problems.length > 1 ? "s" : ""} detected: ${problems.join("; ")}`,
  );
}

function memberRule(issue: v.BaseIssue<unknown>): string {
  return issue.input === undefined ? "must not be null" : issue.message;
}
