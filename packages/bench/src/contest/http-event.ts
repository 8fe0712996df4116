/** An agent's screen asks the context API for a context, as API Gateway hands it on (proxy event, format 2.0). */
export function readContext(contextId: string, token: string) {
  const path = `/v1/contexts/${contextId}`;
  return {
    version: "2.0",
    routeKey: "GET /v1/{proxy+}",
    rawPath: path,
    rawQueryString: "",
    headers: { host: "example.com", authorization: `Bearer ${token}` },
    pathParameters: { proxy: path.replace("/v1/", "") },
    isBase64Encoded: false,
    requestContext: {
      accountId: "123456789012",
      apiId: "a1b2c3",
      domainName: "a1b2c3.execute-api.us-east-1.amazonaws.com",
      domainPrefix: "a1b2c3",
      http: {
        method: "GET",
        path,
        protocol: "HTTP/1.1",
        sourceIp: "192.0.2.1",
        userAgent: "agent",
      },
      requestId: "JKJaXmPLvHcESHA=",
      routeKey: "GET /v1/{proxy+}",
      stage: "$default",
      time: "23/Nov/2026:09:00:00 +0000",
      timeEpoch: 1_795_424_400_000,
    },
  };
}
