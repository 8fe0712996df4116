import { defaultFolder } from "./arguments.ts";

/** @param typed as the command is typed */
export const help = (typed: string): string => `${typed} [options]

Makes a deployable copy of skill-package/, checks it, and prints the ASK CLI command that deploys it.
Git's copy stays as it is. Every run can be repeated.

  --lambda-arn <arn>          the skill's Lambda (output SkillLambdaArn of its stack); leave it out the first time
  --skill-id <id>             the skill to update; remembered in the output folder once deployed from there
  --name <text>               the skill's name, instead of "Example Support"
  --invocation-name <words>   what callers say, instead of "example support"
  --privacy-url <url>         the privacy policy; {locale} in it stands for en-US, fr-CA, …
  --terms-url <url>           the terms of use; the same
  --icons-url <url>           where icon-108.png and icon-512.png are served; without it the images go along
  --with-lambda               the ASK CLI deploys the Lambda as well, by "lambda" in the settings file
  --profile <name>            the ASK CLI's profile; "default"
  --settings <file>           the same as JSON: {"lambdaArn", "skillId", "name", "invocationName", "privacyUrl",
                              "termsUrl", "iconsUrl", "profile",
                              "lambda": {"region", "environment": {"CALL_STARTER": …}}}; names and URLs may differ by locale:
                              {"name": {"en-US": "Acme Support", "fr-CA": "Soutien Acme"}}. Options go first
  --out <folder>              ${defaultFolder}
  -h, --help                  this text

Exit code 0: it can be deployed. 1: it has mistakes, and all of them are listed.
`;
