import { expect, test } from "@jest/globals";
import { addNoteRequest } from "./add-note-request.ts";
import { advanceRequest } from "./advance-request.ts";
import { claimKeepingStatusRequest, claimRequest } from "./claim-request.ts";
import { createRequest } from "./create-request.ts";
import { getRequest } from "./get-request.ts";

const tableName = "call-contexts";
const at = "2026-01-02T03:04:05.678Z";

test("create puts the record with its token, where there is none of its ID", () => {
  const item = {
    contextId: "one",
    callerName: "Maria",
    accountIdVerified: false,
    reason: { id: "billing" },
    locale: "en-US",
    callStarter: "skill-call",
    status: "created",
    createdAt: "2026-01-02T03:04:05.678Z",
    expiresAt: 1_767_326_645,
    writeToken: "token",
  } as const;
  expect(createRequest(tableName, item)).toEqual({
    TableName: "call-contexts",
    Item: item,
    ConditionExpression: "attribute_not_exists(contextId)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

test("get reads strongly consistent", () => {
  expect(getRequest(tableName, "one")).toEqual({
    TableName: "call-contexts",
    Key: { contextId: "one" },
    ConsistentRead: true,
  });
});

test("claim loads and claims in one update what is live and new, or claimed by this call", () => {
  expect(
    claimRequest(tableName, { contextId: "one", transactionId: "call", now: 100, at }),
  ).toEqual({
    TableName: "call-contexts",
    Key: { contextId: "one" },
    UpdateExpression:
      "SET transactionId = :transactionId, #timeline = if_not_exists(#timeline, :at), #status = :claimed",
    ConditionExpression:
      "attribute_exists(contextId) AND expiresAt > :now AND " +
      "(attribute_not_exists(transactionId) AND (attribute_not_exists(#status) OR #status = :created) OR " +
      "transactionId = :transactionId AND #status = :claimed)",
    ExpressionAttributeNames: { "#timeline": "timeline#claimed", "#status": "status" },
    ExpressionAttributeValues: {
      ":now": 100,
      ":at": at,
      ":transactionId": "call",
      ":created": "created",
      ":claimed": "claimed",
    },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

test("the second claim takes what is live and unclaimed, and leaves its status", () => {
  const claim = { contextId: "one", transactionId: "call", now: 100, at };
  expect(claimKeepingStatusRequest(tableName, claim)).toEqual({
    TableName: "call-contexts",
    Key: { contextId: "one" },
    UpdateExpression:
      "SET transactionId = :transactionId, #timeline = if_not_exists(#timeline, :at)",
    ConditionExpression:
      "attribute_exists(contextId) AND expiresAt > :now AND " +
      "(attribute_not_exists(transactionId) OR transactionId = :transactionId)",
    ExpressionAttributeNames: { "#timeline": "timeline#claimed" },
    ExpressionAttributeValues: { ":now": 100, ":at": at, ":transactionId": "call" },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

test("advance moves the status of what is live and not as far", () => {
  const advance = { contextId: "one", to: "connected", now: 100, at, writeToken: "token" } as const;
  expect(advanceRequest(tableName, advance)).toStrictEqual({
    TableName: "call-contexts",
    Key: { contextId: "one" },
    UpdateExpression: "SET #status = :to, writeToken = :writeToken, #timeline = :at",
    ConditionExpression:
      "attribute_exists(contextId) AND expiresAt > :now AND " +
      "NOT (#status IN (:connected, :ended, :failed))",
    ExpressionAttributeNames: { "#status": "status", "#timeline": "timeline#connected" },
    ExpressionAttributeValues: {
      ":now": 100,
      ":to": "connected",
      ":at": at,
      ":writeToken": "token",
      ":connected": "connected",
      ":ended": "ended",
      ":failed": "failed",
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

test("advance for a transaction asks for its claim too", () => {
  const request = advanceRequest(tableName, {
    contextId: "one",
    to: "ended",
    now: 100,
    at,
    writeToken: "token",
    transactionId: "call",
  });
  expect(request.ConditionExpression).toBe(
    "attribute_exists(contextId) AND expiresAt > :now AND " +
      "NOT (#status IN (:ended, :failed)) AND transactionId = :transactionId",
  );
  expect(request.ExpressionAttributeValues).toMatchObject({ ":transactionId": "call" });
});

test("advance of an unclaimed record asks that nobody claimed it", () => {
  const advance = { contextId: "one", to: "failed", now: 100, at, writeToken: "token" } as const;
  const request = advanceRequest(tableName, { ...advance, onlyUnclaimed: true });
  expect(request.ConditionExpression).toBe(
    "attribute_exists(contextId) AND expiresAt > :now AND " +
      "NOT (#status IN (:ended, :failed)) AND attribute_not_exists(transactionId)",
  );
});

test("a note is an attribute of its own, where the record is live and has room", () => {
  const note = { id: "n1", text: "Sent the invoice", at };
  expect(addNoteRequest(tableName, { contextId: "one", note, now: 100 })).toEqual({
    TableName: "call-contexts",
    Key: { contextId: "one" },
    UpdateExpression: "SET #note = :note, #count = if_not_exists(#count, :none) + :one",
    ConditionExpression:
      "attribute_exists(contextId) AND expiresAt > :now AND attribute_not_exists(#encrypted) AND " +
      "attribute_not_exists(#note) AND (attribute_not_exists(#count) OR #count < :most)",
    ExpressionAttributeNames: {
      "#note": "note#n1",
      "#count": "notes#count",
      "#encrypted": "notes#encrypted",
    },
    ExpressionAttributeValues: {
      ":now": 100,
      ":note": { text: "Sent the invoice", at },
      ":none": 0,
      ":one": 1,
      ":most": 32,
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  });
});

test("a note under a record's data key is for a record that is encrypted, and no other", () => {
  const note = { id: "n1", data: "bm90ZQ==", at };
  const request = addNoteRequest(tableName, { contextId: "one", note, now: 100 });
  expect(request.ConditionExpression).toContain("AND attribute_exists(#encrypted) AND");
  expect(request.ExpressionAttributeValues?.[":note"]).toEqual({ data: "bm90ZQ==", at });
});
