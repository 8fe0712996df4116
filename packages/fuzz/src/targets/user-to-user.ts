import {
  contextIdFromUserToUser,
  encodeContextId,
  isContextId,
  parseUserToUser,
  sendableUserToUser,
} from "@skill-call/call-context/user-to-user";
import { ensure, type Target } from "./target.ts";

const hexOfId = "6373693d64623739323233332d386466";

export const userToUser: Target = {
  is: "the User-to-User header, as contact centres and strangers write it",
  form: "text",
  samples: [
    `${hexOfId};encoding=hex`,
    `04${hexOfId};encoding=hex;purpose=isdn-uui;content=isdn-uui`,
    `00fa080004e6f3a1c2b7;encoding=hex, ${hexOfId};encoding=hex`,
    `C81a${hexOfId}`,
    '"csi=db792233-8df";purpose="x\\"y"',
    "csi=db792233-8df",
    "si=db792233-8df",
    "User-to-User: 6373693d64%3Bencoding%3Dhex\nUser-to-User: ab",
    `<sip:billing@pbx.example.com?User-to-User=${hexOfId}%253Bencoding%253Dhex>`,
  ],
  words: [
    ...["csi=", "CSI=", "si=", "04", "00", "c8", "fa", hexOfId, "db792233-8df", "%3B", "%253D"],
    ...[";encoding=hex", ";purpose=isdn-uui", ";content=", ";a", ";a=", '="', '\\"', "\n", "\r\n "],
  ],
  feed(input) {
    const header = input.includes("\n") ? input.split("\n") : input;
    for (const bare of [false, true]) {
      const id = contextIdFromUserToUser(header, { bare });
      if (id === undefined) continue;
      ensure(isContextId(id), "what is found is a context ID");
      const written = encodeContextId(id);
      ensure(contextIdFromUserToUser(written) === id, "an ID that was found is found again");
    }
    parseUserToUser(header);
    const sendable = sendableUserToUser(header);
    if (sendable === undefined) return;
    ensure(!/[\p{Cc}\p{Cs}]/u.test(sendable), "what is sent on stays on its line");
    ensure(sendableUserToUser(sendable) === sendable, "what is sent on could be sent on again");
    const fields = [header].flat();
    const came = (part: string) => fields.some((field) => field.includes(part));
    ensure(sendable.split(", ").every(came), "nothing is sent on that did not come");
  },
};
