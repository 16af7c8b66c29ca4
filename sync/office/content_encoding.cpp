#include "sync/office/content_encoding.hpp"

#include "sync/journal/deflate.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// As much as a body may have that comes plain.
constexpr std::size_t unfolded_bytes_max{10'000'000};

bool understands_deflate(const Request& request)
{
    const std::string_view accepted{request.header("accept-encoding")};
    const auto at = accepted.find("deflate");
    return at != std::string_view::npos && accepted.substr(at).rfind("deflate;q=0", 0) != 0;
}

} // namespace

Result<std::optional<Request>> unfolded(const Request& request)
{
    const std::string_view encoding{request.header("content-encoding")};
    if (encoding.empty() || encoding == "identity") return std::nullopt;
    if (encoding != "deflate") {
        return refuse("api.bad_encoding", fmt::format("deflate is the only content encoding, not '{}'", encoding));
    }
    auto body = inflated(request.body, unfolded_bytes_max);
    if (!body) return refuse(body.error());
    Request plain{request.method, request.target, request.headers, std::move(*body), request.encrypted};
    return plain;
}

Reply folding(const Request& request, Reply reply)
{
    if (!understands_deflate(request)) return reply;
    return [reply = std::move(reply)](Response response) {
        if (response.body.size() > deflate_from_bytes) {
            response.body = deflated(response.body);
            response.headers.emplace_back("Content-Encoding", "deflate");
        }
        reply(std::move(response));
    };
}

} // namespace guitai::office
