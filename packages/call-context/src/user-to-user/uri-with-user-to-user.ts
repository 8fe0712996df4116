/**
 * A SIP URI that brings a User-to-User header along, as a REFER's Refer-To and a redirection have it; the value's
 * separators are escaped (RFC 3261, section 19.1.1).
 * @param uri without `<` and `>`
 * @example uriWithUserToUser("sip:billing@pbx.example.com", "6373693d64;encoding=hex")
 * // "sip:billing@pbx.example.com?User-to-User=6373693d64%3Bencoding%3Dhex"
 */
export function uriWithUserToUser(uri: string, userToUser: string): string {
  const separator = uri.includes("?") ? "&" : "?";
  return `${uri}${separator}User-to-User=${encodeURIComponent(userToUser)}`;
}
