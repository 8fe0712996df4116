import { Duration, Validations } from "aws-cdk-lib";
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer, HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { ContextApiDeployment } from "../deployment/deployment.ts";
import { AccessLog } from "./access-log.ts";
import { CustomDomain } from "./custom-domain.ts";

export interface ContextHttpApiProps {
  readonly name: string;
  readonly handler: IFunction;
  readonly deployment: ContextApiDeployment;
}

const period = Duration.minutes(1);

/** Pages that hold no context: the agent's page asks for it with the agent's own token. */
const openPaths = ["/agent", "/openapi.json"];

/** The HTTP API in front of the Lambda: who may come in, how often, and what is noted of it. */
export class ContextHttpApi extends Construct {
  readonly url: string;
  readonly #stage: HttpStage;

  constructor(scope: Construct, id: string, { name, handler, deployment }: ContextHttpApiProps) {
    super(scope, id);
    const { domain, throttle } = deployment;
    const customDomain = domain && new CustomDomain(this, "Domain", domain);
    const api = new HttpApi(this, "Api", {
      apiName: name,
      createDefaultStage: false,
      defaultAuthorizer: authorizerOf(deployment),
      ...(customDomain && { disableExecuteApiEndpoint: true }),
      ...corsOf(deployment),
    });
    const { destination, format } = new AccessLog(this, "AccessLog");
    this.#stage = new HttpStage(this, "Stage", {
      httpApi: api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format },
      ...(customDomain && { domainMapping: { domainName: customDomain.domainName } }),
    });
    this.#route(api, new HttpLambdaIntegration("Lambda", handler));
    this.url = domain ? `https://${domain.name}/` : this.#stage.url;
  }

  get requests(): Metric {
    return this.#stage.metricCount({ period, label: "Requests" });
  }

  clientErrors(per = period): Metric {
    return this.#stage.metricClientError({ period: per, label: "Refused (4xx)" });
  }

  serverErrors(per = period): Metric {
    return this.#stage.metricServerError({ period: per, label: "Failed (5xx)" });
  }

  latency(statistic: "p50" | "p99"): Metric {
    return this.#stage.metricLatency({ period, statistic, label: statistic });
  }

  #route(api: HttpApi, integration: HttpLambdaIntegration): void {
    api.addRoutes({
      path: "/v1/{proxy+}",
      methods: [HttpMethod.GET, HttpMethod.POST],
      integration,
    });
    for (const path of openPaths) {
      const methods = [HttpMethod.GET];
      const authorizer = new HttpNoneAuthorizer();
      for (const route of api.addRoutes({ path, methods, integration, authorizer })) {
        Validations.of(route).acknowledge({
          id: "AwsSolutions-APIG4",
          reason: "Holds no context, and must open before its user has a token.",
        });
      }
    }
  }
}

function authorizerOf({ authorizer }: ContextApiDeployment): IHttpRouteAuthorizer {
  if (authorizer.type === "iam") return new HttpIamAuthorizer();
  const { issuer, audience } = authorizer;
  return new HttpJwtAuthorizer("Jwt", issuer, { jwtAudience: [audience] });
}

/** API Gateway answers preflight requests itself: they carry no token that an authorizer could check. */
function corsOf({ allowedOrigins }: ContextApiDeployment) {
  if (allowedOrigins.length === 0) return {};
  return {
    corsPreflight: {
      allowOrigins: allowedOrigins,
      allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
      allowHeaders: ["authorization", "content-type"],
      exposeHeaders: ["retry-after"],
      maxAge: Duration.hours(1),
    },
  };
}
