import type { BuiltLambdaOptions, HttpLambdaOptions } from "@skill-call/lambda-runner";
import type { CarrierRoutes, PortRange, SessionRules, SipListening } from "@skill-call/phones";
import type { Bots } from "../service/bots/bots.ts";
import type { PhoneNumber, SipMediaApplication, SipRule } from "../service/configuration.ts";
import type { GuideVariation } from "../service/events/guide-variations.ts";

export type LambdaSource =
  | ({ readonly kind: "file" } & Required<
      Pick<BuiltLambdaOptions, "name" | "file" | "handler" | "environment" | "timeoutMs">
    > &
      Pick<BuiltLambdaOptions, "runtime" | "concurrency"> & {
        /** Path of a `.env` file. */
        readonly envFile?: string;
      })
  | ({
      readonly kind: "http";
      /** What it is called here. */
      readonly name: string;
      /** What its endpoint calls it. */
      readonly functionName: string;
    } & Pick<HttpLambdaOptions, "endpoint" | "timeoutMs">);

export type ConfiguredApplication = Omit<SipMediaApplication, "lambda"> & {
  readonly lambda: LambdaSource;
};

export interface KeyAttribute {
  readonly name: string;
  /** String, number or binary. */
  readonly type: "S" | "N" | "B";
}

export interface TableKeys {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
}

/** A table of the account, and what is in it at the start. */
export interface ConfiguredTable extends TableKeys {
  readonly name: string;
  /** Global secondary indexes. */
  readonly indexes: readonly (TableKeys & { readonly name: string })[];
  /** Plain JSON. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

export type LogLevel = "error" | "warn" | "info" | "debug";

/** Paths of PEM files. */
export interface TlsFiles {
  readonly port: number;
  readonly certificate: string;
  readonly key: string;
  readonly authorities?: string;
}

/** How media travel, and which sessions far ends may have. */
export interface MediaConfig extends SessionRules {
  /** Any free port without it. */
  readonly ports?: PortRange;
  /** Far ends that are still are never asked without it. */
  readonly inactivityMs?: number;
}

/** What the emulator is to be: `emulator.json`, read and found to be right. Paths are absolute. */
export interface EmulatorConfig {
  readonly awsAccountId: string;
  readonly listening: Omit<SipListening, "tls"> & { readonly tls?: TlsFiles };
  /** Through the emulator, and not strict, without it. */
  readonly media?: MediaConfig;
  readonly apiPorts: { readonly voice: number; readonly meetings: number };
  readonly numbers: readonly PhoneNumber[];
  readonly sipRules: readonly SipRule[];
  readonly applications: readonly ConfiguredApplication[];
  /** SIP URIs by ARN. */
  readonly voiceConnectors: Readonly<Record<string, string>>;
  readonly carriers: CarrierRoutes;
  readonly bots?: Bots;
  /** How events are written, and what is unknown of the service, other than usual. */
  readonly variations?: readonly GuideVariation[];
  /** Other Lambdas of the account. */
  readonly functions?: readonly LambdaSource[];
  /** Names of the functions that get the events of meetings. */
  readonly meetingEvents?: readonly string[];
  readonly tables?: readonly ConfiguredTable[];
  readonly promptsFolder?: string;
  readonly recordingsFolder?: string;
  readonly logLevel: LogLevel;
}
