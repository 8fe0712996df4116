import { Stack, Validations } from "aws-cdk-lib";
import type { SmaDeployment } from "../deployment/deployment.ts";
import type { BuiltLambda } from "../lambda/built-lambda.ts";

/** Whether any route ends in a meeting. */
export function leadToMeetings(routes: SmaDeployment["routes"]): boolean {
  return JSON.stringify(routes).includes('"type":"meeting"');
}

/** Lets a Lambda put callers into meetings, and tidy up after them. */
export function allowMeetings(lambda: BuiltLambda): void {
  // Meetings live in the Region of their media, whichever that is; older ARNs have none.
  const meetings = Stack.of(lambda).formatArn({
    service: "chime",
    region: "*",
    resource: "meeting",
    resourceName: "*",
  });
  lambda.allow({ sid: "NewMeetings", actions: ["chime:CreateMeeting"], resources: ["*"] });
  lambda.allow({
    sid: "MeetingsOfThisAccount",
    actions: ["chime:CreateAttendee", "chime:DeleteAttendee", "chime:DeleteMeeting"],
    resources: [meetings],
  });
  // CreateMeeting's own * needs no word here: that of X-Ray stands for the whole role.
  Validations.of(lambda.role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*]",
    reason: "A meeting's ID is drawn when the call comes.",
  });
}
