/** The company as it is spoken of, in every locale. */
export const company = "Example Support";
