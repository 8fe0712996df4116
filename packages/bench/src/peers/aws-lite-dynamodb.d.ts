/** The plugin's own types want all of its operations' types installed; this is what is used of it. */
declare module "@aws-lite/dynamodb" {
  const plugin: object;
  export default plugin;
}
