#include "terminal/domain/gs1.hpp"

#include "sync/events/time.hpp"
#include "terminal/domain/barcode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace guitai {
namespace {

enum class Letters { digits, any };

// 'n' in an identifier stands for the digit that counts decimals. `least` equals
// `most` where the length is fixed.
struct Rule {
    std::string_view identifier;
    std::uint8_t least{0};
    std::uint8_t most{0};
    Letters letters{Letters::digits};
    Gs1Role role{Gs1Role::other};
    Gs1Unit unit{Gs1Unit::none};
};

constexpr auto any = Letters::any;
constexpr auto digits = Letters::digits;

// What goods, cases and coupons in a shop carry (General Specifications, 3.2).
constexpr std::array<Rule, 71> rules{{
    {"00", 18, 18, digits, Gs1Role::other},
    {"01", 14, 14, digits, Gs1Role::gtin},
    {"02", 14, 14, digits, Gs1Role::gtin}, // Of what a case holds.
    {"10", 1, 20, any, Gs1Role::lot},
    {"11", 6, 6, digits, Gs1Role::date}, // Made.
    {"12", 6, 6, digits, Gs1Role::date}, // Due.
    {"13", 6, 6, digits, Gs1Role::date}, // Packed.
    {"15", 6, 6, digits, Gs1Role::date}, // Best before.
    {"16", 6, 6, digits, Gs1Role::date}, // Sell by.
    {"17", 6, 6, digits, Gs1Role::date}, // Expires.
    {"20", 2, 2, digits, Gs1Role::other},
    {"21", 1, 20, any, Gs1Role::serial},
    {"22", 1, 20, any, Gs1Role::other},
    {"235", 1, 28, any, Gs1Role::other},
    {"240", 1, 30, any, Gs1Role::other},
    {"241", 1, 30, any, Gs1Role::other}, // Number the customer gave it.
    {"242", 1, 6, digits, Gs1Role::other},
    {"243", 1, 20, any, Gs1Role::other},
    {"250", 1, 30, any, Gs1Role::other},
    {"251", 1, 30, any, Gs1Role::other},
    {"253", 13, 30, any, Gs1Role::other},
    {"254", 1, 20, any, Gs1Role::other},
    {"255", 13, 25, digits, Gs1Role::other},
    {"30", 1, 8, digits, Gs1Role::count},
    {"310n", 6, 6, digits, Gs1Role::measure, Gs1Unit::kilogram},
    {"311n", 6, 6, digits, Gs1Role::measure, Gs1Unit::metre},
    {"312n", 6, 6, digits, Gs1Role::other}, // Width and height: told, not sold by.
    {"313n", 6, 6, digits, Gs1Role::other},
    {"314n", 6, 6, digits, Gs1Role::measure, Gs1Unit::square_metre},
    {"315n", 6, 6, digits, Gs1Role::measure, Gs1Unit::litre},
    {"316n", 6, 6, digits, Gs1Role::measure, Gs1Unit::cubic_metre},
    {"320n", 6, 6, digits, Gs1Role::other}, // Pounds, inches and the like.
    {"321n", 6, 6, digits, Gs1Role::other},
    {"322n", 6, 6, digits, Gs1Role::other},
    {"323n", 6, 6, digits, Gs1Role::other},
    {"330n", 6, 6, digits, Gs1Role::other}, // Gross, of a case.
    {"331n", 6, 6, digits, Gs1Role::other},
    {"356n", 6, 6, digits, Gs1Role::other},
    {"357n", 6, 6, digits, Gs1Role::other},
    {"37", 1, 8, digits, Gs1Role::count},
    {"390n", 1, 15, digits, Gs1Role::amount},
    {"391n", 4, 18, digits, Gs1Role::amount}, // Three digits of currency before it.
    {"392n", 1, 15, digits, Gs1Role::amount},
    {"393n", 4, 18, digits, Gs1Role::amount},
    {"394n", 4, 4, digits, Gs1Role::other}, // Per cent off.
    {"395n", 6, 6, digits, Gs1Role::other}, // Price of one unit of measure.
    {"400", 1, 30, any, Gs1Role::other},    // The customer's order.
    {"401", 1, 30, any, Gs1Role::other},
    {"402", 17, 17, digits, Gs1Role::other},
    {"403", 1, 30, any, Gs1Role::other},
    {"410", 13, 13, digits, Gs1Role::other},
    {"411", 13, 13, digits, Gs1Role::other},
    {"412", 13, 13, digits, Gs1Role::other},
    {"413", 13, 13, digits, Gs1Role::other},
    {"414", 13, 13, digits, Gs1Role::other}, // The place.
    {"415", 13, 13, digits, Gs1Role::other},
    {"416", 13, 13, digits, Gs1Role::other},
    {"417", 13, 13, digits, Gs1Role::other},
    {"420", 1, 20, any, Gs1Role::other},
    {"421", 4, 12, any, Gs1Role::other},
    {"422", 3, 3, digits, Gs1Role::other},
    {"7003", 10, 10, digits, Gs1Role::other},
    {"8003", 14, 30, any, Gs1Role::other},
    {"8004", 1, 30, any, Gs1Role::other},
    {"8005", 6, 6, digits, Gs1Role::other}, // Price of one unit of measure.
    {"8006", 18, 18, digits, Gs1Role::other},
    {"8008", 8, 12, digits, Gs1Role::other},
    {"8018", 18, 18, digits, Gs1Role::other},
    {"8020", 1, 25, any, Gs1Role::other},
    {"8110", 1, 70, any, Gs1Role::other},
    {"8200", 1, 70, any, Gs1Role::other},
}};

bool fits(std::string_view pattern, std::string_view text)
{
    if (text.size() < pattern.size()) return false;
    for (std::size_t at{0}; at < pattern.size(); ++at) {
        const bool same{pattern[at] == 'n' ? text[at] >= '0' && text[at] <= '9' : text[at] == pattern[at]};
        if (!same) return false;
    }
    return true;
}

const Rule* rule_at(std::string_view text)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const Rule& rule) { return fits(rule.identifier, text); });
    return found == rules.end() ? nullptr : &*found;
}

// Identifiers that end where they are full, without FNC1, are known by their first two digits
// (General Specifications, figure 7.8.5-2).
bool has_fixed_length(std::string_view identifier)
{
    constexpr std::array<std::string_view, 22> starts{"00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16",
                                                      "17", "18", "19", "20", "31", "32", "33", "34", "35", "36", "41"};
    return std::find(starts.begin(), starts.end(), identifier.substr(0, 2)) != starts.end();
}

// GS1's character set 82.
bool is_writable(char c)
{
    constexpr std::string_view signs{"!\"%&'()*+,-./:;<=>?_"};
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           signs.find(c) != std::string_view::npos;
}

bool carries_check_digit(std::string_view identifier)
{
    return identifier == "00" || identifier == "01" || identifier == "02" || identifier == "402" ||
           (identifier.size() == 3 && identifier.substr(0, 2) == "41");
}

tl::unexpected<Refusal> refuse_at(std::string code, std::string_view identifier, std::size_t place)
{
    return refuse(std::move(code), "(" + std::string{identifier} + ") at " + std::to_string(place + 1));
}

Result<void> check_value(const Rule& rule, std::string_view identifier, std::string_view value, std::size_t place)
{
    if (value.size() < rule.least) return refuse_at("gs1.too_short", identifier, place);
    if (value.size() > rule.most) return refuse_at("gs1.too_long", identifier, place);
    if (rule.letters == Letters::digits && !is_digits(value)) return refuse_at("gs1.not_digits", identifier, place);
    const auto bad = std::find_if_not(value.begin(), value.end(), is_writable);
    if (bad != value.end()) {
        return refuse_at("gs1.bad_character", identifier, place + static_cast<std::size_t>(bad - value.begin()));
    }
    const std::string_view body{value.substr(0, value.size() - 1)};
    if (carries_check_digit(identifier) && check_digit_of(body) != value.back()) {
        return refuse_at("gs1.bad_check_digit", identifier, place + value.size() - 1);
    }
    if (rule.role == Gs1Role::date && gs1_date(value).empty()) return refuse_at("gs1.bad_date", identifier, place);
    return {};
}

Gs1Element element_of(const Rule& rule, std::string_view identifier, std::string_view value)
{
    Gs1Element element{.identifier = std::string{identifier}, .value = std::string{value}, .role = rule.role,
                       .unit = rule.unit};
    if (rule.identifier.back() == 'n') element.decimals = identifier.back() - '0';
    const bool counted{rule.role == Gs1Role::count || rule.role == Gs1Role::measure || rule.role == Gs1Role::amount};
    if (!counted) return element;
    if (identifier.substr(0, 3) == "391" || identifier.substr(0, 3) == "393") {
        element.currency = std::string{value.substr(0, 3)};
        value.remove_prefix(3);
    }
    std::from_chars(value.data(), value.data() + value.size(), element.number); // At most fifteen digits.
    return element;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text{text} {}

    Result<std::vector<Gs1Element>> read()
    {
        const bool has_brackets{!m_text.empty() && m_text.front() == '('};
        while (m_at < m_text.size()) {
            auto done = has_brackets ? read_bracketed() : read_plain();
            if (!done) return refuse(done.error());
        }
        if (m_elements.empty()) return refuse("gs1.empty");
        return std::move(m_elements);
    }

private:
    Result<void> read_plain()
    {
        if (m_text[m_at] == gs1_separator) {
            ++m_at;
            return {};
        }
        const std::string_view rest{m_text.substr(m_at)};
        const Rule* const rule{rule_at(rest)};
        if (rule == nullptr) return refuse_at("gs1.unknown_identifier", rest.substr(0, 4), m_at);
        const std::string_view identifier{rest.substr(0, rule->identifier.size())};
        m_at += identifier.size();
        const std::size_t end{std::min(m_text.find(gs1_separator, m_at), m_text.size())};
        std::size_t length{end - m_at};
        if (has_fixed_length(identifier)) length = std::min<std::size_t>(length, rule->most);
        return keep(*rule, identifier, length);
    }

    Result<void> read_bracketed()
    {
        const std::size_t close{m_text.find(')', m_at)};
        if (m_text[m_at] != '(' || close == std::string_view::npos) {
            return refuse("gs1.bracket", "at " + std::to_string(m_at + 1));
        }
        const std::string_view identifier{m_text.substr(m_at + 1, close - m_at - 1)};
        const Rule* const rule{rule_at(identifier)};
        if (rule == nullptr || rule->identifier.size() != identifier.size()) {
            return refuse_at("gs1.unknown_identifier", identifier.substr(0, 4), m_at + 1);
        }
        m_at = close + 1;
        // A lot may hold brackets itself: the next element begins where brackets hold a known identifier.
        std::size_t end{m_text.find('(', m_at)};
        while (end != std::string_view::npos && !begins_element(end)) end = m_text.find('(', end + 1);
        return keep(*rule, identifier, std::min(end, m_text.size()) - m_at);
    }

    [[nodiscard]] bool begins_element(std::size_t at) const
    {
        const std::size_t close{m_text.find(')', at)};
        if (close == std::string_view::npos) return false;
        const std::string_view identifier{m_text.substr(at + 1, close - at - 1)};
        const Rule* const rule{rule_at(identifier)};
        return rule != nullptr && rule->identifier.size() == identifier.size();
    }

    Result<void> keep(const Rule& rule, std::string_view identifier, std::size_t length)
    {
        const std::string_view value{m_text.substr(m_at, length)};
        if (auto good = check_value(rule, identifier, value, m_at); !good) return good;
        for (const Gs1Element& before : m_elements) {
            if (before.identifier != identifier || before.value == value) continue;
            return refuse_at("gs1.said_twice", identifier, m_at);
        }
        m_elements.push_back(element_of(rule, identifier, value));
        m_at += length;
        return {};
    }

    std::string_view m_text;
    std::size_t m_at{0};
    std::vector<Gs1Element> m_elements;
};

int number_of(std::string_view two_digits) { return (two_digits[0] - '0') * 10 + (two_digits[1] - '0'); }

// The last day of the month that "2026-11-01" begins: no month has 32 days, so the 32nd lies in the next one.
std::string last_of_month(const std::string& first)
{
    const std::string next{date_plus_days(first, 31).substr(0, 8) + "01"};
    return date_plus_days(next, -1);
}

} // namespace

Result<std::vector<Gs1Element>> parse_gs1(std::string_view text)
{
    if (text.size() > gs1_bytes_max) return refuse("gs1.too_long", std::to_string(text.size()) + " characters");
    return Reader{text}.read();
}

const Gs1Element* find_gs1(const std::vector<Gs1Element>& elements, Gs1Role role)
{
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [&](const Gs1Element& element) { return element.role == role; });
    return found == elements.end() ? nullptr : &*found;
}

std::string gs1_date(std::string_view six_digits)
{
    if (six_digits.size() != 6 || !is_digits(six_digits)) return {};
    const int short_year{number_of(six_digits)};
    const int year{short_year > 76 ? 1900 + short_year : 2000 + short_year};
    const std::string month{std::to_string(year) + "-" + std::string{six_digits.substr(2, 2)} + "-"};
    const std::string_view day{six_digits.substr(4)};
    const std::string date{month + (day == "00" ? "01" : std::string{day})};
    if (!is_iso_date(date)) return {};
    return day == "00" ? last_of_month(date) : date;
}

} // namespace guitai
