import { callStatuses } from "@skill-call/call-context/model";
import { contextIdFromUserToUser } from "@skill-call/call-context/user-to-user";

// What a page of a CRM takes: neither the AWS SDK nor node:crypto may come along.
const answer = [contextIdFromUserToUser("046373693d64"), callStatuses.at(0)];
Object.assign(globalThis, { answer });
