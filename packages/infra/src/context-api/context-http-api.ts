import { Duration, Validations } from "aws-cdk-lib";
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
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

/**
 * The HTTP API in front of the Lambda: what reaches it, how often, and what is noted of it. Requests with tokens all
 * do: the Lambda refuses with problem details and an audit line, answers preflights, and knows more kinds of keys. Only
 * AWS itself can check a signature of IAM; tokens it checks where the deployment says so.
 */
export class ContextHttpApi extends Construct {
  readonly url: string;
  readonly #stage: HttpStage;

  constructor(scope: Construct, id: string, { name, handler, deployment }: ContextHttpApiProps) {
    super(scope, id);
    const { domain, throttle } = deployment;
    const customDomain = domain && new CustomDomain(this, "Domain", domain);
    const authorizer = authorizerOf(deployment);
    const api = new HttpApi(this, "Api", {
      apiName: name,
      createDefaultStage: false,
      ...(authorizer && { defaultAuthorizer: authorizer, ...corsOf(deployment) }),
      ...(customDomain && { disableExecuteApiEndpoint: true }),
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
    const integration = new HttpLambdaIntegration("Lambda", handler);
    if (authorizer) {
      const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
      api.addRoutes({ path: "/v1/{proxy+}", methods, integration });
    }
    this.#routeTheRest(api, integration);
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

  /**
   * Pages that must open before their user has a token, and unknown paths and methods: the Lambda answers and notes
   * them, and itself asks for a token wherever there is a context.
   */
  #routeTheRest(httpApi: HttpApi, integration: HttpLambdaIntegration): void {
    const routeKey = HttpRouteKey.DEFAULT;
    const authorizer = new HttpNoneAuthorizer();
    const route = new HttpRoute(this, "Everything", { httpApi, integration, routeKey, authorizer });
    Validations.of(route).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "The Lambda checks every token, refuses with problem details and writes an audit line.",
    });
  }
}

/** What the gateway checks itself; absent: nothing. */
function authorizerOf({ authorizer }: ContextApiDeployment): IHttpRouteAuthorizer | undefined {
  if (authorizer.type === "iam") return new HttpIamAuthorizer();
  if (authorizer.gateway === "passes") return undefined;
  const { issuer, audience } = authorizer;
  return new HttpJwtAuthorizer("Jwt", issuer, { jwtAudience: [audience].flat() });
}

/**
 * A gateway that checks answers preflight requests itself: they carry no token. Its headers then replace the Lambda's,
 * and are the same (context-api, `crossOrigin`).
 */
function corsOf({ allowedOrigins }: ContextApiDeployment) {
  if (allowedOrigins.length === 0) return {};
  return {
    corsPreflight: {
      allowOrigins: allowedOrigins,
      allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
      allowHeaders: [
        ...["authorization", "content-type", "idempotency-key"],
        ...["last-event-id", "traceparent", "x-request-id"],
      ],
      exposeHeaders: [
        ...["retry-after", "www-authenticate", "x-request-id", "ratelimit", "ratelimit-policy"],
        ...["deprecation", "sunset", "link"],
      ],
      maxAge: Duration.hours(1),
    },
  };
}
