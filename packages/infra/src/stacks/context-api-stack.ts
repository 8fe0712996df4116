import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AuditLog } from "../context-api/audit-log.ts";
import { ContextHttpApi } from "../context-api/context-http-api.ts";
import type { ContextApiDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { contextApiEnvironment } from "../lambda/context-api-environment.ts";
import { Alarms, twoOfThree } from "../observability/alarms.ts";
import { StageMetrics } from "../observability/business-metrics.ts";
import { lambdaGraphs, TeamDashboard } from "../observability/team-dashboard.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";

/** The context by HTTP, for contact centres that do not install the shared package. */
export class ContextApiStack extends Stack {
  constructor(scope: Construct, id: string, props: LambdaStackProps<ContextApiDeployment>) {
    super(scope, id, props);
    const { deployment } = props;
    const lambda = new BuiltLambda(this, "ContextApi", {
      package: "context-api",
      stack: props,
      timeout: Duration.seconds(10),
      environment: contextApiEnvironment(deployment),
      tableUse: { actions: ["dynamodb:GetItem"], updates: ["advance", "addNote"] },
      words: "reads",
    });
    const api = new ContextHttpApi(this, "HttpApi", {
      name: this.stackName,
      handler: lambda.alias,
      deployment,
    });
    const audit = new AuditLog(this, "Audit", {
      folder: props.lambdaFolders("audit-lines"),
      log: lambda.log,
    });
    this.#observe({ lambda, api, audit, deployment, stage: props.stage });
    new CfnOutput(this, "ContextApiUrl", { value: api.url });
  }

  #observe({ lambda, api, audit, deployment, stage }: Observed): void {
    const alarms = new Alarms(this, "Alarms", deployment.alarmTopicArn);
    const metrics = new StageMetrics(stage, "context-api");
    alarms.when("ContextApiFails", {
      metric: api.serverErrors(Duration.minutes(15)),
      threshold: 3,
      meaning: "The context API fails: agents see no context.",
    });
    alarms.when("ContextApiSlow", {
      metric: api.latency("p99"),
      threshold: 2000,
      periods: twoOfThree,
      meaning: "The context API answers late: agents greet callers before they know who calls.",
    });
    alarms.when("ContextApiRefuses", {
      metric: api.clientErrors(Duration.minutes(5)),
      threshold: 100,
      meaning: "Many requests are refused: a client is set up wrongly, or somebody guesses IDs.",
    });
    alarms.when("AuditLinesNotKept", {
      metric: audit.failures,
      // Lambda tries a delivery three times.
      threshold: 3,
      meaning: "Audit lines were not copied: they end with the Lambda's log, after a month.",
    });
    new TeamDashboard(this, "Dashboard", {
      about: "The context API: what contact centres ask for, and what they get.",
      alarms,
      graphs: [
        ["Contexts", metrics.countOf("ContextsRead"), metrics.countOf("ContextsNotFound")],
        ["Requests denied, by cause", metrics.eachOf("RequestsDenied")],
        ["Requests", api.requests],
        ["Refused and failed", api.clientErrors(), api.serverErrors()],
        ["Latency (ms)", api.latency("p50"), api.latency("p99")],
        ...lambdaGraphs(lambda.function),
      ],
    });
  }
}

interface Observed {
  readonly lambda: BuiltLambda;
  readonly api: ContextHttpApi;
  readonly audit: AuditLog;
  readonly deployment: ContextApiDeployment;
  readonly stage: string;
}
