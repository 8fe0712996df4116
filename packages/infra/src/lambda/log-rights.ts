import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { ILogGroup } from "aws-cdk-lib/aws-logs";

/** The right to write into one log group. */
export function writing({ logGroupArn }: ILogGroup, sid = "Logs"): PolicyStatement {
  const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
  return new PolicyStatement({ sid, actions, resources: [logGroupArn] });
}
