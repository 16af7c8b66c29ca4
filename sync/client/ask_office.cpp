#include "sync/client/ask_office.hpp"

#include "sync/events/plain_code.hpp"

namespace guitai {
namespace {

constexpr std::size_t number_chars_max{60};

} // namespace

Result<WireAnswer> ask_office(const LinkEnd& end, WireRequest request, std::int64_t patience_ms)
{
    request.timeout_ms = patience_ms;
    end.signer.sign(request, end.till, end.clock.now_ms());
    return end.wire.send(request);
}

bool fits_an_address(std::string_view number) { return is_plain_code(number, number_chars_max); }

} // namespace guitai
