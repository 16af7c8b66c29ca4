#include "sync/client/showing.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/ask_office.hpp"

#include <nlohmann/json.hpp>

namespace guitai {
namespace {

constexpr std::size_t grants_at_once{500};
constexpr std::int64_t more_follow{-1};

Result<void> show(const LinkEnd& end, std::string body)
{
    const auto answer = ask_office(end, {.method = "POST", .target = "/v1/restored", .body = std::move(body)},
                                   sync_patience_ms);
    if (!answer) return refuse(answer.error());
    return read_done(*answer);
}

} // namespace

Result<void> show_leases(const LinkEnd& end, const std::string& generation, const Holdings& held)
{
    for (std::size_t first{0};; first += grants_at_once) {
        const bool is_last{first + grants_at_once >= held.grants.size()};
        std::string body{nlohmann::ordered_json{{"generation", generation},
                                                {"through", is_last ? held.through : more_follow}}
                             .dump()};
        body += '\n';
        for (std::size_t at{first}; at < held.grants.size() && at < first + grants_at_once; ++at) {
            body += held.grants[at];
            body += '\n';
        }
        if (auto shown = show(end, std::move(body)); !shown || is_last) return shown;
    }
}

} // namespace guitai
