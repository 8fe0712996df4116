import type { CustomResource } from "aws-cdk-lib";
import { type AwsCustomResource, PhysicalResourceId } from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";
import { sdkCall, type VoiceApi, type VoiceApiCall } from "./voice-api.ts";

/** A call that names the thing by its ID. */
type CallOn = (id: string) => VoiceApiCall;

export interface VoiceApiResourceProps {
  readonly voiceApi: VoiceApi;
  /** Such as `SipRule`; CloudFormation shows it as `Custom::SipRule`. */
  readonly name: string;
  readonly create: VoiceApiCall;
  /** Where the answer to `create` holds the ID, such as `SipRule.SipRuleId`. */
  readonly idPath: string;
  /** Called when the thing is made, and whenever the call changes. */
  readonly update: CallOn;
  readonly beforeDelete?: CallOn;
  readonly delete: CallOn;
}

/**
 * A thing of the Chime SDK Voice API. Each of its calls is a custom resource of its own: where a call fails,
 * AwsCustomResource gives CloudFormation the name of a log stream for the resource's ID
 * (https://github.com/aws/aws-cdk/issues/13527). Here no call is made by such an ID, so that a failed update can be
 * rolled back, and a failed creation leaves nothing that cannot be deleted.
 */
export class VoiceApiResource extends Construct {
  /** As the service drew it. */
  readonly id: string;
  readonly #props: VoiceApiResourceProps;

  constructor(scope: Construct, id: string, props: VoiceApiResourceProps) {
    super(scope, id);
    this.#props = props;
    const created = this.#create();
    this.id = (created.node.defaultChild as CustomResource).ref;
    // CloudFormation deletes in the opposite order. The update comes last: it can fail, these cannot.
    const deleted = this.#delete("Deleted", props.delete);
    const before = props.beforeDelete && this.#delete("BeforeDelete", props.beforeDelete);
    before?.node.addDependency(deleted);
    this.#update().node.addDependency(before ?? deleted);
  }

  #create(): AwsCustomResource {
    const { voiceApi, name, create, idPath } = this.#props;
    return voiceApi.customResource(this, "Created", {
      resourceType: `Custom::${name}`,
      onCreate: {
        ...sdkCall(create),
        physicalResourceId: PhysicalResourceId.fromResponse(idPath),
        outputPaths: [idPath],
      },
    });
  }

  #update(): AwsCustomResource {
    const { voiceApi, name, update } = this.#props;
    return voiceApi.customResource(this, "Updated", {
      resourceType: `Custom::${name}Updated`,
      onUpdate: {
        ...sdkCall(update(this.id)),
        physicalResourceId: PhysicalResourceId.of(name),
        outputPaths: [],
      },
    });
  }

  #delete(when: "BeforeDelete" | "Deleted", call: CallOn): AwsCustomResource {
    const { voiceApi, name } = this.#props;
    return voiceApi.customResource(this, when, {
      resourceType: `Custom::${name}${when}`,
      onDelete: { ...sdkCall(call(this.id)), ignoreErrorCodesMatching: "NotFoundException" },
    });
  }
}
