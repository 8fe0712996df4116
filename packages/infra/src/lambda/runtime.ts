import { Runtime } from "aws-cdk-lib/aws-lambda";

/** What every Lambda runs on. */
export const lambdaRuntime = Runtime.NODEJS_24_X;
