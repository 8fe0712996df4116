import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * What is noted of each request. The route (`$default`, `GET /v1/{proxy+}`) and never the path: the path holds a context
 * ID, which is a key to personal data. The Lambda's audit log has its hash, under the same request ID.
 */
const fields = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  lambdaMs: "$context.integrationLatency",
  problem: "$context.error.responseType",
  authorizerProblem: "$context.authorizer.error",
  sourceIp: "$context.identity.sourceIp",
  userAgent: "$context.identity.userAgent",
};

/** The HTTP API's access log, kept three months. */
export class AccessLog extends Construct {
  readonly destination: LogGroup;
  readonly format = AccessLogFormat.custom(JSON.stringify(fields));

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.destination = new LogGroup(this, "Logs", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
