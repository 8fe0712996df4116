/** A template's text, its references in angle brackets: `arn:aws:chime:us-east-1:<AWS::AccountId>:sma/*`. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [[intrinsic, argument] = []] = Object.entries(value);
  if (intrinsic === "Fn::Join") {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(plainText).join(separator);
  }
  return `<${intrinsic === "Ref" ? argument : [argument].flat().join(".")}>`;
}
