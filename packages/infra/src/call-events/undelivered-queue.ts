import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/**
 * Keeps what was given up, until somebody has looked: of the table's stream where it stands in it (the stream itself
 * keeps it a day), of Amazon Connect the contact event itself.
 */
export class UndeliveredQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // A weekend; by then nobody waits for an event of a call any more.
      retentionPeriod: Duration.days(4),
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "It is the dead-letter queue itself.",
    });
  }
}
