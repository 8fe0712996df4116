export interface HttpAsk {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly token?: string;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly userArn?: string;
}

/** As API Gateway's guide shows a proxy event of format 2.0. */
export function apiGatewayEvent(ask: HttpAsk) {
  const { method = "GET", path, userArn } = ask;
  return {
    ...common(ask),
    routeKey: "GET /v1/{proxy+}",
    pathParameters: { proxy: path.replace("/v1/", "") },
    requestContext: {
      accountId: "123456789012",
      apiId: "a1b2c3",
      ...(userArn && { authorizer: { iam: iamOf(userArn) } }),
      domainName: "a1b2c3.execute-api.us-east-1.amazonaws.com",
      domainPrefix: "a1b2c3",
      http: httpOf(method, path),
      requestId: "JKJaXmPLvHcESHA=",
      routeKey: "GET /v1/{proxy+}",
      stage: "$default",
      time: "23/Nov/2026:09:00:00 +0000",
      timeEpoch: 1_795_424_400_000,
    },
  };
}

/** As Lambda's guide shows an event of a function URL. */
export function functionUrlEvent(ask: HttpAsk) {
  const { method = "GET", path, userArn } = ask;
  return {
    ...common(ask),
    routeKey: "$default",
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: "123456789012",
      apiId: "urlid",
      authentication: null,
      authorizer: userArn ? { iam: iamOf(userArn) } : null,
      domainName: "urlid.lambda-url.us-east-1.on.aws",
      domainPrefix: "urlid",
      http: httpOf(method, path),
      requestId: "id",
      routeKey: "$default",
      stage: "$default",
      time: "23/Nov/2026:09:00:00 +0000",
      timeEpoch: 1_795_424_400_000,
    },
  };
}

function common({ path, query = "", token, body, isBase64Encoded = false }: HttpAsk) {
  return {
    version: "2.0",
    rawPath: path,
    rawQueryString: query,
    headers: {
      host: "example.com",
      "x-agent-name": "Zoë ☎",
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded,
  };
}

function httpOf(method: string, path: string) {
  return { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "agent" };
}

function iamOf(userArn: string) {
  return {
    accessKey: "AKIAIOSFODNN7EXAMPLE",
    accountId: "123456789012",
    callerId: "AIDACKCEVSQ6C2EXAMPLE",
    cognitoIdentity: null,
    principalOrgId: "o-1",
    userArn,
    userId: "AIDACKCEVSQ6C2EXAMPLE",
  };
}
