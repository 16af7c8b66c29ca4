#include "sync/events/carried_lease.hpp"

#include "sync/events/base32.hpp"
#include "sync/events/code_link.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace guitai {
namespace {

constexpr std::string_view way_to_it{"/MY/L/"};
constexpr std::size_t signature_bytes{20}; // Of the 32: nobody guesses 160 bits either, and the code stays small.

std::string signature_of(const PhoneMac& mac) { return base32(mac.data(), signature_bytes); }

bool read_number(std::string_view text, std::int64_t& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

std::string start_of(std::string_view mark) { return fmt::format("{}.", mark); }

} // namespace

std::string words_of(const CarriedQuestion& question)
{
    return fmt::format("{}|{}|{}|{}|{}|{}", question.till, question.epoch, question.ask, question.amount,
                       question.generation, question.account);
}

std::optional<CarriedQuestion> question_in(std::string_view words)
{
    std::array<std::string_view, 6> parts{};
    for (std::size_t at{0}; at < parts.size(); ++at) {
        // What is behind the last bar is the account, whatever it holds.
        const std::size_t bar{at + 1 == parts.size() ? std::string_view::npos : words.find('|')};
        if (at + 1 < parts.size() && bar == std::string_view::npos) return std::nullopt;
        parts[at] = words.substr(0, bar);
        words.remove_prefix(bar == std::string_view::npos ? words.size() : bar + 1);
    }
    CarriedQuestion question;
    const bool numbers{read_number(parts[0], question.till) && read_number(parts[1], question.epoch) &&
                       read_number(parts[2], question.ask) && read_number(parts[3], question.amount)};
    if (!numbers) return std::nullopt;
    question.generation = parts[4];
    question.account = parts[5];
    return question;
}

std::string carried_text(std::string_view mark, std::string_view words)
{
    return fmt::format("{}.{}", mark, base32(words));
}

std::string with_signature(const std::string& text, const PhoneMac& mac)
{
    return fmt::format("{}.{}", text, signature_of(mac));
}

bool Carried::is_signed_by(const PhoneMac& mac) const
{
    const std::string right{signature_of(mac)};
    if (signature.size() != right.size()) return false;
    unsigned differences{0}; // All of it is looked at: how long that takes tells nobody where the first one is.
    for (std::size_t at{0}; at < right.size(); ++at) {
        differences |= static_cast<unsigned char>(signature[at] ^ right[at]);
    }
    return differences == 0;
}

bool looks_carried(std::string_view mark, std::string_view code)
{
    return !code_behind_address(code, start_of(mark)).empty();
}

std::optional<Carried> read_carried(std::string_view mark, std::string_view scanned)
{
    if (scanned.size() > code_address_bytes_max + carried_bytes_max) return std::nullopt;
    const std::string_view code{code_behind_address(scanned, start_of(mark))};
    const std::size_t last{code.rfind('.')};
    if (code.empty() || last <= mark.size()) return std::nullopt;
    auto words = bytes_of_base32(code.substr(mark.size() + 1, last - mark.size() - 1));
    // Right or wrong, it is written into pages and addresses: nothing but what a signature is written with.
    const std::string_view signature{code.substr(last + 1)};
    if (!words || !bytes_of_base32(signature)) return std::nullopt;
    return Carried{std::move(*words), std::string{code.substr(0, last)}, std::string{signature}};
}

std::string carried_link(std::string_view member_site, std::string_view question)
{
    return code_link(member_site, way_to_it, question);
}

} // namespace guitai
