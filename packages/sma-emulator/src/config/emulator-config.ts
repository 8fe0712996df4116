import type { BuiltLambdaOptions, HttpLambdaOptions } from "@skill-call/lambda-runner";
import type { CarrierRoutes, SipListening } from "@skill-call/phones";
import type { Bots } from "../service/bots/bots.ts";
import type { PhoneNumber, SipMediaApplication, SipRule } from "../service/configuration.ts";

export type LambdaSource =
  | ({ readonly kind: "file" } & Required<
      Pick<BuiltLambdaOptions, "name" | "file" | "handler" | "environment" | "timeoutMs">
    > &
      Pick<BuiltLambdaOptions, "runtime" | "concurrency"> & {
        /** Path of a `.env` file. */
        readonly envFile?: string;
      })
  | ({ readonly kind: "http" } & Pick<HttpLambdaOptions, "name" | "endpoint" | "timeoutMs">);

export type ConfiguredApplication = Omit<SipMediaApplication, "lambda"> & {
  readonly lambda: LambdaSource;
};

export type LogLevel = "error" | "warn" | "info" | "debug";

/** What the emulator is to be: `emulator.json`, read and found to be right. Paths are absolute. */
export interface EmulatorConfig {
  readonly awsAccountId: string;
  readonly listening: SipListening;
  readonly apiPorts: { readonly voice: number; readonly meetings: number };
  readonly numbers: readonly PhoneNumber[];
  readonly sipRules: readonly SipRule[];
  readonly applications: readonly ConfiguredApplication[];
  /** SIP URIs by ARN. */
  readonly voiceConnectors: Readonly<Record<string, string>>;
  readonly carriers: CarrierRoutes;
  readonly bots?: Bots;
  readonly promptsFolder?: string;
  readonly recordingsFolder?: string;
  readonly logLevel: LogLevel;
}
