#include "terminal/ui/phrases.hpp"

#include <algorithm>
#include <charconv>

namespace guitai::ui {
namespace {

constexpr std::int64_t minute_ms{60'000};
constexpr std::int64_t hour_ms{60 * minute_ms};
constexpr std::int64_t day_ms{24 * hour_ms};

// A part of an ISO date; 0 when it is no number.
int number_at(std::string_view iso, std::size_t at, std::size_t length)
{
    int value{0};
    const char* const first{iso.data() + at};
    const auto [end, error] = std::from_chars(first, first + length, value);
    return error == std::errc{} && end == first + length ? value : 0;
}

} // namespace

std::string money_text(Money money)
{
    return text_of(money);
}

std::string money_short(Money money)
{
    std::string text{text_of(money)};
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::string count_text(std::int64_t count)
{
    std::string digits{std::to_string(count < 0 ? -count : count)};
    for (std::size_t at{digits.size()}; at > 3; at -= 3) digits.insert(at - 3, ",");
    return count < 0 ? "−" + digits : digits;
}

std::string age_text(const Words& words, std::int64_t age_ms)
{
    if (age_ms < minute_ms) return std::string{words["time.just_now"]};
    if (age_ms < hour_ms) return words.fill("time.minutes_ago", age_ms / minute_ms);
    if (age_ms < day_ms) return words.fill("time.hours_ago", age_ms / hour_ms);
    return words.fill("time.days_ago", age_ms / day_ms);
}

std::string date_text(const Words& words, std::string_view iso)
{
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::string{iso};
    const int month{number_at(iso, 5, 2)};
    const int day{number_at(iso, 8, 2)};
    if (month < 1 || month > 12 || day < 1) return std::string{iso};
    return words.fill("time.month_day", words["time.month." + std::to_string(month)], day);
}

std::string date_text(const Words& words, std::string_view iso, std::string_view today)
{
    const std::string day{date_text(words, iso)};
    constexpr std::size_t year_digits{4};
    const bool told{day != iso && today.size() >= year_digits};
    if (!told || iso.substr(0, year_digits) == today.substr(0, year_digits)) return day;
    return words.fill("time.day_of_year", day, iso.substr(0, year_digits));
}

std::string slot_text(const Words& words, std::string_view slot)
{
    constexpr std::size_t date_size{10};
    if (slot.size() <= date_size) return std::string{slot};
    return date_text(words, slot.substr(0, date_size)) + std::string{slot.substr(date_size)};
}

std::string dotted(std::initializer_list<std::string_view> parts)
{
    std::string line;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}

std::string reason_words(const Words& words, const PriceReason& reason)
{
    const bool english{words.language() == Language::english && !reason.name_en.empty()};
    std::string text{words.has(reason.code)
                         ? words.fill(reason.code, english ? reason.name_en : reason.name, reason.quantity,
                                      money_text(reason.measured))
                         : std::string{words["price.other"]}};
    return reason.detail.empty() ? text : text + " · " + reason.detail;
}

std::string hint_words(const Words& words, const HintView& hint)
{
    std::string key{hint.code};
    std::int64_t count{hint.quantity + hint.missing_quantity};
    Money gain{hint.gain};
    if (hint.gain_quantity > 0) {
        key += "_gift";
        count = hint.gain_quantity;
    } else if (hint.gain_coupons > 0) {
        key += "_coupon";
        count = hint.gain_coupons;
    } else if (hint.quantity > 0 && !hint.price.is_zero()) {
        key = "unlock.addon_ready";
        gain = hint.price;
    }
    return words.fill(key, offer_name(words, hint.offer), money_short(hint.missing), money_short(gain), count);
}

const std::string& offer_name(const Words& words, const OfferName& offer)
{
    return words.language() == Language::english && !offer.name_en.empty() ? offer.name_en : offer.name;
}

std::string hour_text(int hour, int minute)
{
    return fmt::format("{:02}:{:02}", hour, minute);
}

std::string phone_text(std::string_view digits)
{
    if (digits.size() != 11) return std::string{digits};
    return fmt::format("{} {} {}", digits.substr(0, 3), digits.substr(3, 4), digits.substr(7));
}

std::string phone_masked(std::string_view digits)
{
    if (digits.size() != 11) return "••••";
    return fmt::format("{} •••• {}", digits.substr(0, 3), digits.substr(7));
}

} // namespace guitai::ui
