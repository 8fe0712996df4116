import { canaryContextId } from "@skill-call/call-context";
import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import type { SmaDeployment, TableDeployment } from "../deployment/deployment.ts";
import { OwnLambda } from "../lambda/own-lambda.ts";
import { tableAccess } from "../lambda/table-access.ts";
import type { SipMediaApplication } from "./sip-media-application.ts";

export interface CanaryCallsProps {
  /** Of the built Lambda. */
  readonly folder: string;
  readonly stage: string;
  readonly application: SipMediaApplication;
  readonly table: TableDeployment;
  readonly phoneNumbers: readonly string[];
  readonly canary: NonNullable<SmaDeployment["canary"]>;
}

/**
 * Rings each number on a schedule, through the real SIP media application (src/lambda/canary): it reaches nobody, and
 * that it came through is counted.
 */
export class CanaryCalls extends Construct {
  constructor(scope: Construct, id: string, props: CanaryCallsProps) {
    super(scope, id);
    const { folder, stage, application, table, phoneNumbers, canary } = props;
    const { function: lambda } = new OwnLambda(this, "Calls", {
      folder,
      description:
        "Rings the numbers of the SIP media application, and sees how far the call comes",
      // One after the other.
      timeout: Duration.minutes(phoneNumbers.length),
      environment: {
        CALL_CONTEXT_TABLE: table.name,
        CANARY_NUMBER: canary.fromNumber,
        PHONE_NUMBERS: phoneNumbers.join(","),
        SIP_MEDIA_APPLICATION_ID: application.id,
        STAGE: stage,
      },
      rights: [
        new PolicyStatement({
          sid: "RingItself",
          actions: ["chime:CreateSipMediaApplicationCall"],
          resources: [application.arn],
        }),
        ...tableAccess(this, table, {
          actions: ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:DeleteItem"],
          onlyId: canaryContextId,
        }),
      ],
    });
    // A call that was placed late, or once more, would be in the next one's way.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    new Rule(this, "Schedule", {
      description: "Canary calls",
      schedule: Schedule.rate(Duration.minutes(canary.everyMinutes)),
      targets: [new LambdaFunction(lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
    new CfnOutput(Stack.of(this), "CanaryFunctionName", { value: lambda.functionName });
  }
}
