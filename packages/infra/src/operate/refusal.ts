import { CommandError, reportProblem } from "@skill-call/terminal";

/** As the SDK throws what a service answered. */
interface Refusal extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
}

/** What AWS refuses is no mistake of ours: its own words, and what to do where that is not in them. */
export const reportRefusal: typeof reportProblem = (error, output, version) => {
  reportProblem(inWords(error), output, version);
};

function inWords(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === "CredentialsProviderError") {
    return new CommandError(
      "There are no AWS credentials: `aws sts get-caller-identity` has to answer.",
      { cause: error },
    );
  }
  if (isRefusal(error)) {
    return new CommandError(`AWS refuses: ${error.name}: ${error.message}`, { cause: error });
  }
  return error;
}

function isRefusal(error: Error): error is Refusal {
  return "$metadata" in error;
}
