#include "sync/office/api.hpp"

#include "sync/office/answers.hpp"
#include "sync/office/content_encoding.hpp"
#include "sync/office/doors.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cassert>
#include <exception>

namespace guitai::office {
namespace {

Response not_found(const Request& request)
{
    return refused({"api.not_found", fmt::format("nothing at {}", request.target.substr(0, 200))});
}

} // namespace

void Api::handle(database::Connection& reads, const Request& request, Reply reply)
{
    const auto target = parse_target(request.target);
    if (!target) return reply(refused({"api.unreadable", "no such target"}));
    try {
        route(reads, request, *target, reply);
    } catch (const std::exception& error) {
        // Reading failed before anything was handed to the writer, so nobody else answers.
        spdlog::error("{} {}: {}", request.method, request.target, error.what());
        reply(out_of_order("the head office can not read its books"));
    }
}

void Api::route(database::Connection& reads, const Request& request, const Target& target, Reply reply)
{
    if (target.path.empty()) return reply(m_pages ? see_other("/console/") : not_found(request));
    // Pages for people never travel folded: their length would tell something of the secret in their forms.
    if (target.path.front() == "console" && m_pages) return m_pages->handle(reads, request, target, std::move(reply));
    // The QR of a receipt writes it in capitals.
    const bool is_hers{target.path.front() == "my" || target.path.front() == "MY"};
    if (is_hers && m_site) return m_site->handle(reads, request, target, std::move(reply));
    if (target.path.front() != "v1" || target.path.size() < 2) return reply(not_found(request));
    const auto plain = unfolded(request);
    if (!plain) return reply(refused(plain.error()));
    const Door door{reads, m_writing, m_clock, *plain ? **plain : request, target};
    const Reply folded{folding(request, std::move(reply))};
    const bool found{open_till_door(door, folded) || open_machine_door(door, folded) ||
                     open_carrier_door(door, folded)};
    if (!found) folded(not_found(request));
}

Response Api::handle(database::Connection& reads, const Request& request)
{
    std::optional<Response> answer;
    handle(reads, request, [&answer](Response response) { answer = std::move(response); });
    assert(answer.has_value()); // Written at once, or this is the wrong function.
    return std::move(*answer);
}

bool is_method(const Door& door, std::string_view method, const Reply& reply)
{
    if (door.request.method == method) return true;
    Response response{refused({"api.wrong_method", fmt::format("{} only", method)})};
    response.headers.emplace_back("Allow", method);
    reply(std::move(response));
    return false;
}

} // namespace guitai::office
