import type { StackProps } from "aws-cdk-lib";
import type { EncryptionDeployment, TableDeployment } from "./deployment/deployment.ts";
import type { LambdaFolders } from "./lambda/lambda-folders.ts";

/** What every stack is told; `Section` is its own part of the deployment document. */
export interface TeamStackProps<Section> extends StackProps {
  readonly stage: string;
  readonly deployment: Section;
}

/** What the stacks with a Lambda are told besides. */
export interface LambdaStackProps<Section> extends TeamStackProps<Section> {
  readonly lambdaFolders: LambdaFolders;
  /** The call context table, where it is not the one that this stage's parameters name. */
  readonly table?: TableDeployment;
  /** By which keys what callers say is encrypted, if it is. */
  readonly encryption?: EncryptionDeployment;
  /** Versions take over at once, whatever any alarm says. */
  readonly emergency: boolean;
}
