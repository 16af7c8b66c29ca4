#include "sync/client/door_lookup.hpp"

#include "sync/client/answers.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t answer_timeout_ms{4'000};
constexpr std::size_t number_bytes_max{60};

// An order number goes into an address as it is; anything else is not one.
bool is_plain(std::string_view text)
{
    return !text.empty() && text.size() <= number_bytes_max &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) {
               const bool is_letter{(c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')};
               return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

} // namespace

Result<Recipient> look_up_door(const LinkEnd& end, const OrderId& order)
{
    if (!is_plain(order.text)) return refuse("order.unknown", order.text);
    WireRequest request{.method = "GET", .target = "/v1/doors/" + order.text};
    request.timeout_ms = answer_timeout_ms;
    end.signer.sign(request, end.till, end.clock.now_ms());
    const auto answer = end.wire.send(request);
    if (!answer) return refuse(answer.error());
    return read_recipient(*answer);
}

} // namespace guitai
