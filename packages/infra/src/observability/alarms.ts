import { Stack } from "aws-cdk-lib";
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

export interface AlarmCondition {
  readonly metric: IMetric;
  /** The alarm fires when the metric is at or above this … */
  readonly threshold: number;
  /** … in so many of so many of its periods; one of one. CloudWatch looks every minute, at the periods before it. */
  readonly periods?: readonly [ringing: number, of: number];
  /** What it means for callers, in words for the person it wakes. */
  readonly meaning: string;
}

export interface MissingCondition extends Pick<AlarmCondition, "metric" | "meaning"> {
  /** It fires when so many of its periods in a row have nothing. */
  readonly periods: number;
}

/** Two minutes of three: for what is seldom wrong for long, and metrics of a minute. */
export const twoOfThree = [2, 3] as const;

/** The alarms of one stack; with a topic they tell somebody. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: ITopic | undefined;

  constructor(scope: Construct, id: string, topicArn: string | undefined) {
    super(scope, id);
    this.#topic = topicArn === undefined ? undefined : Topic.fromTopicArn(this, "Topic", topicArn);
  }

  /** Each has its section in docs/operations.md, which says what to do. */
  when(name: string, { metric, threshold, meaning, periods = [1, 1] }: AlarmCondition): Alarm {
    const [datapointsToAlarm, evaluationPeriods] = periods;
    return this.#add(name, meaning, {
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods,
      datapointsToAlarm,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** The same for what has to be counted at least once a period: silence is what it is about. */
  whenMissing(name: string, { metric, periods, meaning }: MissingCondition): Alarm {
    return this.#add(name, meaning, {
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      datapointsToAlarm: periods,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #add(name: string, meaning: string, props: AlarmProps): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${meaning} What to do: docs/operations.md#${name.toLowerCase()}`,
      ...props,
    });
    if (this.#topic) {
      alarm.addAlarmAction(new SnsAction(this.#topic));
      alarm.addOkAction(new SnsAction(this.#topic));
    }
    this.all.push(alarm);
    return alarm;
  }
}
