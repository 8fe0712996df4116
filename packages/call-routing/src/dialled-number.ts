/**
 * A phone number as it may stand in the document: ITU-T E.164 (a plus sign, the country code, 7 to 15 digits in all),
 * with visual separators and `tel:` (RFC 3966, section 5.1.1) where somebody wrote them.
 */
export const writtenNumber =
  /^([Tt][Ee][Ll]:)?\+[1-9]([\s().\u2010-\u2015-]*\d){6,14}[\s().\u2010-\u2015-]*$/;

/** A number of the document as it is dialled: E.164. */
export function dialledNumber(written: string): string {
  return `+${written.replace(/\D/g, "")}`;
}
