// The limit: one request, signed by hand, over a connection that stays open. No retries, no time limit, no types.
import { createHash, createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import type { Ask } from "./ask.ts";

const {
  AWS_REGION: region = "",
  AWS_ACCESS_KEY_ID: keyId = "",
  AWS_SECRET_ACCESS_KEY: secret = "",
  AWS_ENDPOINT_URL_DYNAMODB: endpoint = "",
  CALL_CONTEXT_TABLE: TableName,
} = process.env;
const { host, hostname, port } = new URL(endpoint);
const agent = new Agent({ keepAlive: true });
const target = "DynamoDB_20120810.GetItem";
const type = "application/x-amz-json-1.0";
const names = "content-type;host;x-amz-date;x-amz-target";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text);

function signed(body: string, time: string): Record<string, string> {
  const scope = `${time.slice(0, 8)}/${region}/dynamodb/aws4_request`;
  const headers = `content-type:${type}\nhost:${host}\nx-amz-date:${time}\nx-amz-target:${target}\n`;
  const canonical = `POST\n/\n\n${headers}\n${names}\n${sha256(body)}`;
  const day = hmac(`AWS4${secret}`, time.slice(0, 8)).digest();
  const key = hmac(hmac(hmac(day, region).digest(), "dynamodb").digest(), "aws4_request").digest();
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`);
  return {
    "content-type": type,
    "content-length": String(Buffer.byteLength(body)),
    host,
    "x-amz-date": time,
    "x-amz-target": target,
    authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature.digest("hex")}`,
  };
}

export const handler = ({ contextId }: Ask) => {
  const body = JSON.stringify({
    TableName,
    Key: { contextId: { S: contextId } },
    ConsistentRead: true,
  });
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return new Promise((resolve, reject) => {
    const options = { agent, hostname, port, method: "POST", headers: signed(body, time) };
    request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve(JSON.parse(text)));
    })
      .on("error", reject)
      .end(body);
  });
};
