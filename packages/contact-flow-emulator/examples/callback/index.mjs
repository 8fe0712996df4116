// A flow's Lambda of anybody: greets the caller by the attribute, and picks a queue.
export const handler = async ({ Details: { ContactData, Parameters } }) => ({
  greeting: `Hello ${ContactData.Attributes.name ?? "there"}. Press 1 to be connected.`,
  queueArn: Parameters.queueArn,
});
