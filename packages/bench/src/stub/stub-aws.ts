// Stands for all that a Lambda asks, in a process of its own: DynamoDB, Alexa's APIs and an OpenID provider. It answers at
// once and keeps nothing, so that what is measured is the Lambda; and it counts what it was asked.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { contextItem } from "../contest/context-item.ts";
import { jwks, tokenOf } from "./open-id.ts";
import type { StubQuestion, StubStart, Wire } from "./stub-messages.ts";

let extraBytes = 0;
let requests = 0;
const sockets = new Set<Socket>();
const closed = { received: 0, sent: 0 };

const server = createServer(async (request, response) => {
  requests += 1;
  const answer = answerTo(request, await textOf(request));
  const body = JSON.stringify(answer ?? {});
  const type = request.headers["x-amz-target"] ? "application/x-amz-json-1.0" : "application/json";
  response
    .writeHead(answer ? 200 : 404, {
      "content-type": type,
      "content-length": Buffer.byteLength(body),
    })
    .end(body);
});

server.keepAliveTimeout = 600_000;
server.on("connection", (socket) => {
  sockets.add(socket);
  socket.once("close", () => {
    sockets.delete(socket);
    closed.received += socket.bytesRead;
    closed.sent += socket.bytesWritten;
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answerTo({ headers, url }: IncomingMessage, text: string): object | undefined {
  const target = headers["x-amz-target"];
  if (typeof target === "string") return tableAnswer(target.split(".")[1] ?? "", text);
  if (url === "/v1/communications/session") return { sessionId: "session" };
  if (url === "/v2/accounts/~current/settings/Profile.mobileNumber") {
    return { countryCode: "+1", phoneNumber: "2045551111" };
  }
  if (url === "/.well-known/openid-configuration") return { issuer, jwks_uri: `${issuer}/keys` };
  return url === "/keys" ? jwks : undefined;
}

/** DynamoDB's, as of a table in which every context stands and nobody has claimed it. */
function tableAnswer(operation: string, text: string): object {
  if (operation === "PutItem") return {};
  const { Key, ExpressionAttributeValues: values } = JSON.parse(text);
  const item = {
    ...contextItem(Key.contextId.S),
    ...(extraBytes > 0 && { remark: { S: "x".repeat(extraBytes) } }),
  };
  if (operation === "GetItem") return { Item: item };
  const transaction = values?.[":transactionId"] ?? values?.[":transaction"];
  return {
    Attributes: {
      ...item,
      status: { S: "claimed" },
      ...(transaction && { transactionId: transaction }),
      "timeline#claimed": values?.[":at"] ?? { S: new Date().toISOString() },
    },
  };
}

function wire(): Wire {
  let { received, sent } = closed;
  for (const socket of sockets) {
    received += socket.bytesRead;
    sent += socket.bytesWritten;
  }
  return { requests, received, sent };
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

process.on("message", (question: StubQuestion) => {
  if (question.ask === "wire") process.send?.(wire());
  else {
    extraBytes = question.extraBytes;
    process.send?.({});
  }
});
process.on("disconnect", () => process.exit());
process.send?.({ endpoint: issuer, token: tokenOf(issuer) } satisfies StubStart);
