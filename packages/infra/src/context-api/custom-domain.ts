import { CfnOutput } from "aws-cdk-lib";
import { DomainName, SecurityPolicy } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { Construct } from "constructs";

export interface CustomDomainProps {
  readonly name: string;
  /** A certificate of ACM in the API's own Region. */
  readonly certificateArn: string;
}

/** The API's own name. The DNS record stays with who owns the zone: its target is an output. */
export class CustomDomain extends Construct {
  readonly domainName: DomainName;

  constructor(scope: Construct, id: string, { name, certificateArn }: CustomDomainProps) {
    super(scope, id);
    this.domainName = new DomainName(this, "Name", {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, "Certificate", certificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new CfnOutput(this, "DnsTarget", { value: this.domainName.regionalDomainName });
  }
}
