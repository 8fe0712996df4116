import type { HeaderList } from "./header-list.ts";

/** The option tags of a header such as Supported or Require, or the methods of Allow: RFC 3261 §20.37. */
export function optionTags(headers: HeaderList, name: string): readonly string[] {
  return headers
    .all(name)
    .flatMap((value) => value.split(","))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
