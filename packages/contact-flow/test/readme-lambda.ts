import { flatAnswer, readEvent } from "../src/index.ts";

const answer = flatAnswer(["greeting", "queueArn"]);

export const handler = async (raw: unknown) => {
  const { attributes, languageCode } = readEvent(raw);
  const greeting = languageCode?.startsWith("es") ? "Hola" : "Hello";
  // A key without a value is answered as "none": a flow cannot compare with what is not there.
  return answer({ greeting, queueArn: attributes.vip && process.env.VIP_QUEUE_ARN });
};
