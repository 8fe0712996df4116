import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

export interface AlarmCondition {
  readonly metric: IMetric;
  /** The alarm rings when the metric is at or above this, two minutes of three. */
  readonly threshold: number;
  /** What it means, for who is woken; docs/operations.md says what to do. */
  readonly description: string;
}

/** The alarms of one stack; with a topic they tell somebody. */
export class Alarms extends Construct {
  readonly #topic: ITopic | undefined;

  constructor(scope: Construct, id: string, topicArn?: string) {
    super(scope, id);
    this.#topic = topicArn === undefined ? undefined : Topic.fromTopicArn(this, "Topic", topicArn);
  }

  when(name: string, { metric, threshold, description }: AlarmCondition): Alarm {
    const alarm = new Alarm(this, name, {
      metric,
      threshold,
      alarmDescription: description,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
    return alarm;
  }
}
