-- Reads a call's context, sets the name that the agent's phone shows, and call_context_queue. The token comes from the
-- environment of FreeSWITCH as CALL_CONTEXT_TOKEN. At the log level DEBUG FreeSWITCH writes it, and the context, into its
-- log: stay above that.
local queues = { billing = "billing" }
local queue_of_others = "front-desk"

-- The ID as it is, or the header that SBCs hand on which know no X- headers. The API takes either.
local sent = session:getVariable("sip_h_X-Call-Context-Id") or session:getVariable("sip_h_User-to-User") or ""
-- What neither the header nor the ID holds could end the request below early; %% is a percent sign: some escape the header.
sent = sent:gsub("[^%w=;, ._~%%-]", "")

local function call_context()
  if sent == "" then return nil end
  -- The application curl takes these from variables only.
  session:setVariable("curl_connect_timeout", "1")
  session:setVariable("curl_timeout", "2")
  -- secure: without it mod_curl checks no certificate.
  session:execute("curl", session:getVariable("call_context_api") .. "/v1/contexts:lookup secure"
    .. " append_headers 'Authorization: Bearer " .. (os.getenv("CALL_CONTEXT_TOKEN") or "") .. "'"
    .. " content-type application/json post '{\"userToUser\":\"" .. sent .. "\"}'")
  if session:getVariable("curl_response_code") ~= "200" then return nil end
  return freeswitch.JSON():decode(session:getVariable("curl_response_data"))
end

-- Whatever failed, there is no context then: the agent asks, and the call goes on.
local context = call_context()
if context then
  -- The caller's own words: nothing of them may be read as a channel variable.
  session:setVariable("effective_caller_id_name", (context.callerName:gsub("[^%w .\128-\255-]", "")))
end
session:setVariable("call_context_queue", context and queues[context.reason.id] or queue_of_others)
