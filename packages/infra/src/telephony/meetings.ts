import { readRoutes } from "@skill-call/call-routing";
import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { SmaDeployment } from "../deployment/deployment.ts";

/**
 * Whether any route ends in a meeting.
 * @throws {RoutesError} with every mistake in the document
 */
export function leadToMeetings(routes: SmaDeployment["routes"]): boolean {
  const { rules, otherwise } = readRoutes(routes);
  return [otherwise, ...rules.map(({ to }) => to)].flat().some(({ type }) => type === "meeting");
}

/** The rights to put callers into meetings, and to tidy up after them. */
export function meetingRights(scope: Construct): readonly PolicyStatement[] {
  // Meetings live in the Region of their media, whichever that is; older ARNs have none.
  const meetings = Stack.of(scope).formatArn({
    service: "chime",
    region: "*",
    resource: "meeting",
    resourceName: "*",
  });
  return [
    new PolicyStatement({
      sid: "NewMeetings",
      actions: ["chime:CreateMeeting"],
      resources: ["*"],
    }),
    new PolicyStatement({
      sid: "MeetingsOfThisAccount",
      actions: ["chime:CreateAttendee", "chime:DeleteAttendee", "chime:DeleteMeeting"],
      resources: [meetings],
    }),
  ];
}

/** Notes why a role with the rights to meetings has a wildcard, as cdk-nag asks for it. */
export function explainMeetingRights(role: Role): void {
  // CreateMeeting's own * needs no word here: that of X-Ray stands for the whole role.
  Validations.of(role).acknowledge({
    id: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*]",
    reason: "A meeting's ID is drawn when the call comes.",
  });
}
