import type { Answers } from "../answers.ts";

const docs = "https://github.com/skill-call/skill-call/blob/main/docs";

/** README.md of the project. */
export function readme({ company, invocationName, locales }: Answers): string {
  return `# ${company} on Alexa

A caller says “Alexa, open ${invocationName}”, and who they are and why they call. The skill stores that and starts the
call; whoever answers knows it before the first word. Made with [skill-call](https://github.com/skill-call/skill-call).

\`\`\`sh
npm install
npm run demo             # a caller in each language, and the calls, on this machine: no AWS account, no Alexa device
npm run talk             # you are the caller
npm test
\`\`\`

| file | holds | after a change |
| --- | --- | --- |
| \`call-form.json\` | the company, the locales (${locales.join(", ")}), what is asked, why people call | \`npm run skill:models\` |
| \`words/\` | how it is said, a file for each locale | \`npm run skill:models\` |
| \`routes.json\` | who is called: rules, and the numbers or queues in order | \`npm run demo\` |
| \`skill-package/\` | what Amazon gets: the manifest with the texts of the store, two icons, and the interaction models, which are generated | \`npm run skill:lint\` |
| \`deployment.json\` | privacy policy and terms; the Region and the variables of the skill's Lambda |  |
| \`test/\` | a conversation, and whole calls |  |

Fields, checks, hours and every sentence: [the call form](${docs}/call-form.md).

## Deploy

\`npm run skill:package\` checks the skill package and makes a copy of it in \`dist/alexa-skill/\`, with the ASK CLI's commands to
deploy only that. To deploy it with its Lambda:

1. Fill in \`deployment.json\`: the URLs of your privacy policy and terms, and the variables of the
   [call starter](https://github.com/skill-call/skill-call/blob/main/packages/skill/README.md#environment). With \`connect\`
   Amazon Connect rings the caller's own phone: the instance's ID, the ID of the flow that the call starts in, and a number
   of the instance. Without \`CALL_CONTEXT_TABLE\` a table is made.
2. Once on your machine: \`npm run skill:package -- --with-lambda\`, and what it prints. That installs the ASK CLI, signs you
   in, links your AWS account, makes the skill, deploys the Lambda by CloudFormation, and gives the skill its endpoint.
3. Write the skill's ID, which the ASK CLI prints, into \`deployment.json\` as \`"skillId"\`: then every machine updates this
   skill instead of making another.
4. From then on: \`npm run deploy\`.

What answers the call is deployed by your telephony or contact-centre team, with the same \`routes.json\`:
[who deploys what](${docs}/deploy.md).

Before you submit the skill: the icons in \`skill-package/assets/images\` are samples, and
[this is what Amazon checks](${docs}/certification.md).
`;
}
