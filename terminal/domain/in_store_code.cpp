#include "terminal/domain/in_store_code.hpp"

#include "terminal/domain/barcode.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace guitai {
namespace {

constexpr std::size_t usual_length{13};
constexpr std::size_t long_length{18};
constexpr std::size_t value_digits_max{9};

std::size_t inner_check_digits(const InStoreRule& rule) { return rule.inner_check == InnerCheck::none ? 0 : 1; }

std::size_t value_at(const InStoreRule& rule)
{
    return rule.prefix.size() + rule.item_digits + inner_check_digits(rule) + rule.skip_digits;
}

// Zero: there is no room.
std::size_t value_digits(const InStoreRule& rule)
{
    const std::size_t end{value_at(rule) + 1};
    const std::size_t room{end < rule.length ? rule.length - end : 0};
    if (rule.value_digits == 0) return room;
    return rule.value_digits <= room ? rule.value_digits : 0;
}

std::int64_t ten_to(int power)
{
    std::int64_t result{1};
    for (; power > 0; --power) result *= 10;
    return result;
}

// How GS1 weighs a digit of a price, by its place: twice less the tens, three times, five times less or plus them.
enum class Weight { two_minus, three, five_plus, five_minus };

int weighted(Weight weight, int digit)
{
    switch (weight) {
    case Weight::two_minus: return (2 * digit - 2 * digit / 10) % 10;
    case Weight::three: return 3 * digit % 10;
    case Weight::five_plus: return (5 * digit + 5 * digit / 10) % 10;
    case Weight::five_minus: return (5 * digit - 5 * digit / 10 + 10) % 10;
    }
    return 0;
}

std::int64_t number_of(std::string_view digits)
{
    std::int64_t number{0};
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

const InStoreRule* rule_for(std::string_view code, const std::vector<InStoreRule>& rules)
{
    const InStoreRule* best{nullptr};
    for (const InStoreRule& rule : rules) {
        const bool fits{code.size() == rule.length && code.substr(0, rule.prefix.size()) == rule.prefix};
        if (fits && (best == nullptr || rule.prefix.size() > best->prefix.size())) best = &rule;
    }
    return best;
}

tl::unexpected<Refusal> bad_rule(const InStoreRule& rule, std::string_view field)
{
    return refuse("barcodes.bad_rule", (rule.name.empty() ? rule.prefix : rule.name) + ": " + std::string{field});
}

} // namespace

std::vector<InStoreRule> default_in_store_rules()
{
    std::vector<InStoreRule> rules;
    for (char second{'0'}; second <= '9'; ++second) {
        InStoreRule rule;
        rule.prefix = std::string{'2', second};
        rule.kind = second < '5' ? InStoreKind::price : InStoreKind::weight;
        rule.decimals = second < '5' ? 2 : 3;
        rules.push_back(std::move(rule));
    }
    return rules;
}

Result<void> check_rule(const InStoreRule& rule)
{
    const std::string_view start{std::string_view{rule.prefix}.substr(0, 2)};
    const bool restricted{start == "02" || start == "04" || (!start.empty() && start.front() == '2')};
    if (rule.prefix.size() < 2 || rule.prefix.size() > 4 || !is_digits(rule.prefix) || !restricted) {
        return bad_rule(rule, "prefix");
    }
    if (rule.length != usual_length && rule.length != long_length) return bad_rule(rule, "length");
    const bool sane{rule.item_digits >= 1 && rule.item_digits <= rule.length && rule.skip_digits <= rule.length};
    if (!sane || value_digits(rule) < 1 || value_digits(rule) > value_digits_max) return bad_rule(rule, "value_digits");
    const int decimals_max{rule.kind == InStoreKind::price ? 2 : 3};
    if (rule.decimals < 0 || rule.decimals > decimals_max) return bad_rule(rule, "decimals");
    const bool inner_works{value_digits(rule) == 4 || value_digits(rule) == 5};
    if (rule.inner_check == InnerCheck::before_value && !inner_works) return bad_rule(rule, "inner_check");
    return {};
}

Result<std::optional<InStoreCode>> match_in_store(std::string_view code, const std::vector<InStoreRule>& rules)
{
    if (!is_digits(code)) return std::nullopt;
    const InStoreRule* const rule{rule_for(code, rules)};
    if (rule == nullptr) return std::nullopt;
    const std::string_view body{code.substr(0, code.size() - 1)};
    if (check_digit_of(body) != code.back()) return refuse("scan.bad_check_digit", std::string{code});
    const std::string_view value{body.substr(value_at(*rule), value_digits(*rule))};
    if (rule->inner_check == InnerCheck::before_value) {
        const char said{body[rule->prefix.size() + rule->item_digits]};
        if (price_check_digit(value) != said) return refuse("scan.bad_check_digit", std::string{code});
    }
    return InStoreCode{*rule, std::string{code.substr(rule->prefix.size(), rule->item_digits)}, number_of(value)};
}

std::vector<std::string> item_codes(const InStoreCode& code)
{
    std::string whole{code.rule.prefix + code.item};
    std::vector<std::string> codes;
    codes.push_back(whole + std::string(code.rule.length - 1 - whole.size(), '0'));
    codes.back() += check_digit_of(codes.back());
    codes.push_back(std::move(whole));
    codes.push_back(code.item);
    const std::size_t first{code.item.find_first_not_of('0')};
    if (first != 0 && first != std::string::npos) codes.push_back(code.item.substr(first));
    return codes;
}

Quantity quantity_of(const InStoreCode& code)
{
    if (code.rule.kind == InStoreKind::price) return {};
    return Quantity::from_milli(std::min(code.value * ten_to(3 - code.rule.decimals), Quantity::milli_max));
}

Money price_of(const InStoreCode& code)
{
    if (code.rule.kind != InStoreKind::price) return {};
    return Money::from_minor(std::min(code.value * ten_to(2 - code.rule.decimals), Money::minor_max));
}

std::optional<char> price_check_digit(std::string_view value)
{
    using enum Weight;
    constexpr std::array<Weight, 4> four{two_minus, two_minus, three, five_minus};
    constexpr std::array<Weight, 5> five{five_plus, two_minus, five_minus, five_plus, two_minus};
    if (!is_digits(value) || (value.size() != four.size() && value.size() != five.size())) return std::nullopt;
    int sum{0};
    for (std::size_t at{0}; at < value.size(); ++at) {
        sum += weighted(value.size() == four.size() ? four[at] : five[at], value[at] - '0');
    }
    if (value.size() == four.size()) return static_cast<char>('0' + sum * 3 % 10);
    // Of five digits it is the one whose own "five minus" makes up the sum to a multiple of ten.
    for (int digit{0}; digit < 10; ++digit) {
        if ((sum + weighted(five_minus, digit)) % 10 == 0) return static_cast<char>('0' + digit);
    }
    return std::nullopt;
}

} // namespace guitai
