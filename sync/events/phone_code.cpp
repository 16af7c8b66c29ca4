#include "sync/events/phone_code.hpp"

#include <fmt/format.h>

#include <cassert>

namespace guitai {
namespace {

// No two questions have the same text: the action, the only part of free form, is counted.
std::string text_of(std::string_view what, const PhoneQuestion& question)
{
    return fmt::format("guitai.phone.1|{}|{}|{}|{}|{}|{}:{}", what, question.till, question.ticket,
                       question.amount.minor(), question.nonce, question.action.size(), question.action);
}

} // namespace

std::string signed_request(const PhoneQuestion& question) { return text_of("ask", question); }

std::string signed_grant(const PhoneQuestion& question) { return text_of("grant", question); }

std::string digits_of(const PhoneMac& mac, std::size_t digits)
{
    assert(digits >= 1 && digits <= 9);
    const std::size_t offset{mac.back() & 0x0FU};
    std::uint32_t value{0};
    for (std::size_t at{0}; at < 4; ++at) value = (value << 8U) | mac[offset + at];
    value &= 0x7FFF'FFFFU;
    std::uint32_t limit{1};
    for (std::size_t at{0}; at < digits; ++at) limit *= 10;
    return fmt::format("{:0{}}", value % limit, digits);
}

std::string phone_request(const PhoneQuestion& question, const PhoneMac& request_mac)
{
    return question.nonce + digits_of(request_mac, phone_check_digits);
}

std::string typed_digits(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
        else if (c != ' ' && c != '-') return {};
    }
    return digits;
}

} // namespace guitai
