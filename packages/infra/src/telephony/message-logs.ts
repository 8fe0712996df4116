import { RemovalPolicy } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { EncryptedLog } from "../observability/encrypted-log.ts";
import type { SipMediaApplication } from "./sip-media-application.ts";
import type { VoiceApi } from "./voice-api.ts";

export interface MessageLogsProps {
  readonly voiceApi: VoiceApi;
  readonly application: SipMediaApplication;
}

/** Has the service write each SIP message of an application into a log. They hold numbers and context IDs. */
export class MessageLogs extends Construct {
  constructor(scope: Construct, id: string, { voiceApi, application }: MessageLogsProps) {
    super(scope, id);
    const log = new EncryptedLog(this, "Log", {
      // The service's own name for it (developer guide, "Troubleshooting and debugging"). One that the service made
      // would keep all of it for ever.
      name: `/aws/ChimeSipMediaApplicationSipMessages/${application.id}`,
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    voiceApi
      .resource(this, "SkillCallMessageLogs", { SipMediaApplicationId: application.id })
      .node.addDependency(log);
  }
}
