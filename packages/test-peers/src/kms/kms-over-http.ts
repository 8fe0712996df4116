import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { StandInKms } from "./stand-in-kms.ts";

export interface KmsServer {
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL_KMS. */
  readonly url: string;
  close(): Promise<void>;
}

/** A stand-in for AWS KMS as its clients see it: JSON 1.1, octets in base64. */
export async function kmsOverHttp(kms: StandInKms): Promise<KmsServer> {
  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { CiphertextBlob = "", ...input } = JSON.parse(Buffer.concat(chunks).toString());
    const sent = { abortSignal: gone.signal };
    const isDecrypt = request.headers["x-amz-target"] === "TrentService.Decrypt";
    try {
      const answer = isDecrypt
        ? await kms.decrypt(
            { ...input, CiphertextBlob: Buffer.from(CiphertextBlob, "base64") },
            sent,
          )
        : await kms.generateDataKey(input, sent);
      response.end(JSON.stringify(answer, inBase64(answer)));
    } catch (error) {
      if (gone.signal.aborted) return;
      const { name, message } = error as Error;
      const { $metadata } = error as { readonly $metadata: { readonly httpStatusCode: number } };
      response.writeHead($metadata.httpStatusCode).end(JSON.stringify({ __type: name, message }));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A buffer's own `toJSON` would come first: the replacer looks at what holds it. */
function inBase64(answer: Readonly<Record<string, unknown>>) {
  return (name: string, value: unknown) => {
    const octets = answer[name];
    return octets instanceof Uint8Array ? Buffer.from(octets).toString("base64") : value;
  };
}
