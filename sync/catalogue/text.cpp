#include "sync/catalogue/text.hpp"

#include "sync/events/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace guitai {
namespace {

bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
bool is_continuation(char c)
{
    return (c & 0xC0) == 0x80;
}

// Programs pad decimals ("52.000000"); only a digit that says something counts.
std::string_view without_idle_zeros(std::string_view text, std::size_t decimals)
{
    const std::size_t point{text.find('.')};
    if (point == std::string_view::npos) return text;
    while (text.size() > point + 1 + decimals && text.back() == '0') text.remove_suffix(1);
    return text;
}

// Commas where thousands have them. "12,50" is twelve and a half to half the
// world and 1250 to the other: it is neither here.
bool is_grouped_rightly(std::string_view text)
{
    std::string_view whole{text.substr(0, text.find('.'))};
    if (whole.find(',') == std::string_view::npos) return true;
    for (std::size_t behind{0}; behind < whole.size(); ++behind) {
        const bool is_comma_due{behind % 4 == 3};
        if ((whole[whole.size() - 1 - behind] == ',') != is_comma_due) return false;
    }
    return whole.front() != ',';
}

bool is_number(std::string_view text)
{
    if (!text.empty() && text.front() == '-') text.remove_prefix(1);
    return std::any_of(text.begin(), text.end(), is_digit) && std::count(text.begin(), text.end(), '.') <= 1 &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

std::optional<int> small_number(std::string_view text)
{
    int value{0};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// `html` stands at '&'. The character it means, and how long it is written.
std::pair<std::string_view, std::size_t> entity_at(std::string_view html)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> known{{
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&quot;", "\""},
        {"&#39;", "'"},
        {"&nbsp;", " "},
        {"&bull;", "·"},
        {"&middot;", "·"},
        {"&times;", "×"},
    }};
    for (const auto& [written, meant] : known) {
        if (html.substr(0, written.size()) == written) return {meant, written.size()};
    }
    return {"&", 1};
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower_ascii(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string one_line(std::string_view text)
{
    std::string line;
    line.reserve(text.size());
    for (const char c : trimmed(text)) {
        const bool is_gap{(c >= 0 && c <= ' ') || c == '\x7F'};
        if (!is_gap)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::string shortened(std::string text, std::size_t characters_max)
{
    std::size_t characters{0};
    std::size_t last_kept{0}; // Where to cut so that the ellipsis still fits.
    for (std::size_t at{0}; at < text.size(); ++at) {
        if (is_continuation(text[at])) continue;
        if (++characters == characters_max) last_kept = at;
        if (characters > characters_max) {
            text.resize(last_kept);
            return text + "…";
        }
    }
    return text;
}

std::string text_of_html(std::string_view html)
{
    std::string text;
    for (std::size_t at{0}; at < html.size();) {
        const char next{at + 1 < html.size() ? html[at + 1] : ' '};
        const std::size_t end{html[at] == '<' && next != ' ' && !is_digit(next) ? html.find('>', at)
                                                                                : std::string_view::npos};
        if (end != std::string_view::npos) {
            text += ' ';
            at = end + 1;
        } else if (html[at] == '&') {
            const auto [meant, length] = entity_at(html.substr(at));
            text += meant;
            at += length;
        } else {
            text += html[at++];
        }
    }
    return one_line(text);
}

std::string_view unguarded(std::string_view text)
{
    text = trimmed(text);
    if (text.size() >= 3 && text.substr(0, 2) == "=\"" && text.back() == '"') return text.substr(2, text.size() - 3);
    if (!text.empty() && text.front() == '\'') text.remove_prefix(1);
    return trimmed(text);
}

Result<Money> read_price(std::string_view text)
{
    const std::string_view plain{without_idle_zeros(trimmed(text), 2)};
    const std::string_view unsigned_text{!plain.empty() && plain.front() == '-' ? plain.substr(1) : plain};
    if (!is_number(plain) || !is_grouped_rightly(unsigned_text)) {
        return refuse("catalogue.bad_price", fmt::format("\"{}\" is not an amount", shortened(one_line(text), 40)));
    }
    if (plain.front() == '-') return refuse("catalogue.negative_price", fmt::format("{} is negative", plain));

    const std::size_t point{plain.find('.')};
    if (point != std::string_view::npos && plain.size() - point - 1 > 2) {
        return refuse("catalogue.bad_price",
                      fmt::format("{} has more than two decimals", shortened(std::string{plain}, 40)));
    }
    const auto price = parse_money(plain);
    if (!price || price->minor() > price_minor_max) {
        return refuse("catalogue.absurd_price",
                      fmt::format("{} is more than 10,000,000.00", shortened(std::string{plain}, 40)));
    }
    return *price;
}

std::optional<BasisPoints> read_percent(std::string_view text)
{
    text = trimmed(text);
    if (!text.empty() && text.back() == '%') text = trimmed(text.substr(0, text.size() - 1));
    const auto hundredths = parse_money(without_idle_zeros(text, 2)); // Percent with two decimals reads like money.
    if (!hundredths || hundredths->is_negative() || hundredths->minor() > 10'000) return std::nullopt;
    return BasisPoints{hundredths->minor()};
}

std::optional<Quantity> read_quantity(std::string_view text)
{
    return parse_quantity(without_idle_zeros(trimmed(text), 0));
}

std::optional<std::string> read_date(std::string_view text)
{
    text = trimmed(text);
    text = text.substr(0, text.find_first_of(" ,T"));
    const char mark{text.find('/') == std::string_view::npos ? '-' : '/'};
    std::vector<std::string_view> parts;
    for (std::size_t begin{0}; begin <= text.size();) {
        const std::size_t end{std::min(text.find(mark, begin), text.size())};
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (parts.size() != 3) return std::nullopt;

    const bool year_leads{parts[0].size() == 4};
    if (!year_leads && mark == '-') return std::nullopt;
    auto year = small_number(year_leads ? parts[0] : parts[2]);
    const auto month = small_number(year_leads ? parts[1] : parts[0]);
    const auto day = small_number(year_leads ? parts[2] : parts[1]);
    if (!year || !month || !day) return std::nullopt;
    if (!year_leads && *year < 100) *year += 2'000;
    if (*year < 1'900 || *year > 9'999 || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    std::string iso{fmt::format("{:04}-{:02}-{:02}", *year, *month, *day)};
    if (!is_iso_date(iso)) return std::nullopt;
    return iso;
}

} // namespace guitai
