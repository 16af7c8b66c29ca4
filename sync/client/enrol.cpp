#include "sync/client/enrol.hpp"

#include "sync/client/answers.hpp"

#include <nlohmann/json.hpp>

namespace guitai {

Result<Enrolment> enrol(Wire& wire, const std::string& code, const std::string& public_key)
{
    WireRequest request{.method = "POST", .target = "/v1/enrol"};
    request.body = nlohmann::json{{"code", code}, {"public_key", public_key}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace);
    const auto answer = wire.send(request);
    if (!answer) return refuse(answer.error());
    return read_enrolment(*answer);
}

} // namespace guitai
