/** What lets a skill read the number in its customer's profile. */
export const mobileNumberScope = "alexa::profile:mobile_number:read";
