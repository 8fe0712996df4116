import { Fn, Stack } from "aws-cdk-lib";
import { CfnContactFlow, CfnIntegrationAssociation, CfnTestCase } from "aws-cdk-lib/aws-connect";
import { CfnPermission } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { ConnectDeployment } from "../deployment/deployment.ts";
import type { BuiltLambda } from "../lambda/built-lambda.ts";
import type { ConnectFiles } from "./connect-files.ts";

export interface ContactFlowsProps {
  readonly deployment: ConnectDeployment;
  /** Of flows and test cases within the instance. */
  readonly name: string;
  readonly lambda: BuiltLambda;
  readonly files: ConnectFiles;
}

/** The flows of an instance of Amazon Connect, the Lambda that they ask, and the test cases that AWS runs. */
export class ContactFlows extends Construct {
  /** Of the flow that a call starts; a skill names it. */
  readonly flowId: string;
  readonly flowName: string;

  constructor(scope: Construct, id: string, props: ContactFlowsProps) {
    super(scope, id);
    const { name, files, lambda, deployment } = props;
    const mayInvoke = this.#invocation(props);
    const placeholders = {
      RouteFunctionArn: lambda.alias.functionArn,
      FallbackQueueArn: deployment.fallbackQueueArn,
    };
    const flow = (id: string, { type, content, ...named }: FlowProps) => {
      const { instanceArn } = deployment;
      const made = new CfnContactFlow(this, id, { instanceArn, type, content, ...named });
      made.node.addDependency(mayInvoke);
      return made;
    };
    const whisper = flow("AgentWhisper", {
      name: `${name}-whisper`,
      type: "AGENT_WHISPER",
      content: filled(files.agentWhisper, placeholders),
    });
    this.flowName = name;
    const callback = flow("Callback", {
      name,
      type: "CONTACT_FLOW",
      content: filled(files.callback, { ...placeholders, WhisperFlowArn: whisper.ref }),
    });
    // arn:aws:connect:<Region>:<account>:instance/<ID>/contact-flow/<ID>
    this.flowId = Fn.select(3, Fn.split("/", callback.ref));
    this.#testCases(props, placeholders);
  }

  /**
   * The instance may invoke the alias, and lists the function, which its flows then may name. An association takes the
   * function's own ARN, and lets the instance invoke that one; the alias needs a permission of its own.
   */
  #invocation({ lambda, deployment: { instanceArn } }: ContactFlowsProps): Construct {
    const both = new Construct(this, "Invocation");
    new CfnIntegrationAssociation(both, "Association", {
      instanceId: instanceArn,
      integrationType: "LAMBDA_FUNCTION",
      integrationArn: lambda.function.functionArn,
    });
    new CfnPermission(both, "Permission", {
      functionName: lambda.alias.functionArn,
      action: "lambda:InvokeFunction",
      principal: "connect.amazonaws.com",
      sourceAccount: Stack.of(this).account,
      sourceArn: instanceArn,
    });
    return both;
  }

  #testCases({ deployment, name, files }: ContactFlowsProps, placeholders: Placeholders): void {
    for (const [testCase, content] of Object.entries(files.testCases)) {
      new CfnTestCase(this, `Test-${testCase}`, {
        instanceArn: deployment.instanceArn,
        name: `${name}-${testCase}`,
        status: "PUBLISHED",
        content: filled(content, placeholders),
        entryPoint: {
          type: "VOICE_CALL",
          // And no number: CloudFormation's own pattern of them takes none.
          voiceCallEntryPointParameters: { flowId: this.flowId },
        },
      });
    }
  }
}

interface FlowProps {
  readonly name: string;
  readonly type: "AGENT_WHISPER" | "CONTACT_FLOW";
  readonly content: string;
}

type Placeholders = Readonly<Record<string, string>>;

/** A file's text, without the spaces in between; CloudFormation fills in what it names of these. */
function filled(text: string, values: Placeholders): string {
  const body = JSON.stringify(JSON.parse(text));
  const used = Object.entries(values).filter(([name]) => body.includes(`\${${name}}`));
  return Fn.sub(body, Object.fromEntries(used));
}
