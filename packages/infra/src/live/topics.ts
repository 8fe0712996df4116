import { paginateListSubscriptionsByTopic, type SNSClient } from "@aws-sdk/client-sns";
import type { Deployment } from "../deployment/deployment.ts";
import { isNotThere, type LiveMistake, type Questions } from "./answer.ts";

/** What SNS says instead of an ARN until somebody has confirmed (API reference, Subscription). */
const unconfirmed = "PendingConfirmation";

/** The topics that alarms tell: whether anybody hears of it. */
export const askOfTopics: Questions = (deployment, { sns }) =>
  topicsIn(deployment).map(({ place, topic }) => ({
    place,
    ask: () => heard(sns, { place, topic }),
  }));

interface Topic {
  readonly place: string;
  readonly topic: string;
}

/** Each once, with the first place that names it. */
function topicsIn(deployment: Deployment): readonly Topic[] {
  const { skill, sma, connect, contextApi, callEvents, callContext } = deployment;
  const named = Object.entries({ callContext, skill, sma, connect, contextApi, callEvents });
  const topics = named.flatMap(([section, of]) =>
    of?.alarmTopicArn === undefined
      ? []
      : [{ place: `${section}.alarmTopicArn`, topic: of.alarmTopicArn }],
  );
  return topics.filter(({ topic }, at) => topics.findIndex((each) => each.topic === topic) === at);
}

async function heard(client: SNSClient, { place, topic }: Topic): Promise<readonly LiveMistake[]> {
  const found: string[] = [];
  try {
    const pages = paginateListSubscriptionsByTopic({ client }, { TopicArn: topic });
    for await (const { Subscriptions = [] } of pages) {
      found.push(...Subscriptions.map(({ SubscriptionArn = "" }) => SubscriptionArn));
    }
  } catch (error) {
    if (isNotThere(error)) return [{ place, problem: "there is no such topic" }];
    throw error;
  }
  if (found.length === 0)
    return [{ place, problem: "nobody subscribes to it: its alarms tell nobody" }];
  if (found.some((arn) => arn !== unconfirmed)) return [];
  const problem =
    "nobody has confirmed a subscription: its alarms tell nobody, until the link in SNS's mail is opened";
  return [{ place, problem }];
}
