#include "sync/client/ask_office.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t number_bytes_max{60};

bool is_plain(char byte)
{
    const bool is_letter{(byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')};
    return is_letter || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

} // namespace

Result<WireAnswer> ask_office(const LinkEnd& end, WireRequest request, std::int64_t patience_ms)
{
    request.timeout_ms = patience_ms;
    end.signer.sign(request, end.till, end.clock.now_ms());
    return end.wire.send(request);
}

bool fits_an_address(std::string_view number)
{
    return !number.empty() && number.size() <= number_bytes_max && std::all_of(number.begin(), number.end(), is_plain);
}

} // namespace guitai
