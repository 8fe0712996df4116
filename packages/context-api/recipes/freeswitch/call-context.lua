-- Reads a call's context and sets call_context_caller_name and call_context_reason. The token comes from the
-- environment of FreeSWITCH as CALL_CONTEXT_TOKEN. Without a context the reason is general, and the agent asks.
local cjson = require("cjson")
local context_id = argv[1]
local url = session:getVariable("call_context_api") .. "/v1/contexts/" .. context_id

-- append_headers: signalwire/freeswitch, issue 1377.
local request = url .. " connect-timeout 1 timeout 2"
  .. " append_headers 'Authorization: Bearer " .. (os.getenv("CALL_CONTEXT_TOKEN") or "") .. "' get"
session:execute("curl", request)

local reason, name = "general", "Unknown"
if session:getVariable("curl_response_code") == "200" then
  local ok, context = pcall(cjson.decode, session:getVariable("curl_response_data"))
  if ok then
    -- The caller's own words: nothing of them may be read as a channel variable or an application.
    name = context.callerName:gsub("[^%w%s.-]", "")
    reason = context.reason.id:gsub("[^%l%d-]", "")
  end
end
session:setVariable("call_context_caller_name", name)
session:setVariable("call_context_reason", reason)
