import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  answerJson,
  type LoopbackServer,
  startLoopbackServer,
} from "../../testing/loopback-server.ts";
import { createCallWithChimeSdkVoice, voiceClient } from "./chime-sdk-voice.ts";

const call = {
  FromPhoneNumber: "+16073331111",
  ToPhoneNumber: "+12045551111",
  SipMediaApplicationId: "sma-1",
  ArgumentsMap: { contextId: "c1" },
};
const never = new AbortController().signal;

const environment = { ...process.env };
let server: LoopbackServer | undefined;

beforeEach(() => {
  process.env.AWS_REGION = "us-east-1";
  process.env.AWS_ACCESS_KEY_ID = "local";
  process.env.AWS_SECRET_ACCESS_KEY = "local";
});

afterEach(async () => {
  process.env = { ...environment };
  await server?.close();
  server = undefined;
});

async function chimeAnswering(answer: Parameters<typeof startLoopbackServer>[0]) {
  server = await startLoopbackServer(answer);
  process.env.AWS_ENDPOINT_URL_CHIME_SDK_VOICE = server.origin;
  return server;
}

test("the call is one CreateSipMediaApplicationCall", async () => {
  const chime = await chimeAnswering((_, response) => answerJson(response, 201, {}));
  await createCallWithChimeSdkVoice(voiceClient())(call, never);
  const [request, ...more] = chime.seen;
  expect(more).toEqual([]);
  expect(request).toMatchObject({ method: "POST", url: "/sip-media-applications/sma-1/calls" });
  expect(JSON.parse(request?.body ?? "")).toEqual({
    FromPhoneNumber: "+16073331111",
    ToPhoneNumber: "+12045551111",
    ArgumentsMap: { contextId: "c1" },
  });
});

test.each([
  [400, "BadRequestException", "bad-request"],
  [401, "UnauthorizedClientException", "bad-token"],
  [403, "ForbiddenException", "access-denied"],
  [404, "NotFoundException", "not-found"],
  [429, "ThrottledClientException", "throttled"],
  [500, "ServiceFailureException", "unavailable"],
  [503, "ServiceUnavailableException", "unavailable"],
])(
  "an answer of %i %s is told by its status, and the call is not tried again",
  async (status, name, kind) => {
    const chime = await chimeAnswering((_, response) => {
      response.setHeader("x-amzn-errortype", name);
      answerJson(response, status, { Code: name, Message: "no" });
    });
    await expect(createCallWithChimeSdkVoice(voiceClient())(call, never)).rejects.toMatchObject({
      kind,
      status,
    });
    expect(chime.seen).toHaveLength(1);
  },
);

test("a lost connection is told as one, and the call is not tried again", async () => {
  const chime = await chimeAnswering((_, response) => response.destroy());
  const created = createCallWithChimeSdkVoice(voiceClient())(call, never);
  await expect(created).rejects.toMatchObject({ kind: "connection-lost" });
  expect(chime.seen).toHaveLength(1);
});

test("a service that never answers is given up when the signal fires", async () => {
  const controller = new AbortController();
  await chimeAnswering(() => controller.abort());
  const created = createCallWithChimeSdkVoice(voiceClient())(call, controller.signal);
  await expect(created).rejects.toMatchObject({ kind: "timeout" });
});

test("without credentials nothing is sent, and it is our own mistake", async () => {
  const chime = await chimeAnswering((_, response) => answerJson(response, 201, {}));
  delete process.env.AWS_ACCESS_KEY_ID;
  delete process.env.AWS_SECRET_ACCESS_KEY;
  process.env.AWS_EC2_METADATA_DISABLED = "true";
  process.env.AWS_SHARED_CREDENTIALS_FILE = "/dev/null";
  process.env.AWS_CONFIG_FILE = "/dev/null";
  const created = createCallWithChimeSdkVoice(voiceClient())(call, never);
  await expect(created).rejects.toMatchObject({ kind: "access-denied" });
  expect(chime.seen).toEqual([]);
});
