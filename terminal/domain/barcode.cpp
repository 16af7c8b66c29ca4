#include "terminal/domain/barcode.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace guitai {
namespace {

constexpr std::size_t ean8_digits{8};
constexpr std::size_t upc_a_digits{12};
constexpr std::size_t ean13_digits{13};

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// GS1 leaves these prefixes to shops and companies (General Specifications, 1.4.2).
bool is_restricted(std::string_view ean)
{
    const std::string_view start{ean.substr(0, 2)};
    if (ean.size() == ean8_digits) return start.front() == '0' || start.front() == '2';
    return start == "02" || start == "04" || start.front() == '2';
}

} // namespace

char check_digit_of(std::string_view digits)
{
    assert(is_digits(digits));
    unsigned sum{0};
    unsigned weight{3};
    for (; !digits.empty(); digits.remove_suffix(1)) {
        sum += static_cast<unsigned>(digits.back() - '0') * weight;
        weight = 4 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool has_right_check_digit(std::string_view code)
{
    const std::array<std::size_t, 3> lengths{ean8_digits, upc_a_digits, ean13_digits};
    const bool is_known_length{std::find(lengths.begin(), lengths.end(), code.size()) != lengths.end()};
    return is_known_length && is_digits(code) && check_digit_of(code.substr(0, code.size() - 1)) == code.back();
}

std::string normal_barcode(std::string_view scanned)
{
    while (!scanned.empty() && (scanned.front() == ' ' || scanned.front() == '\t')) scanned.remove_prefix(1);
    while (!scanned.empty() && (scanned.back() == ' ' || scanned.back() == '\t')) scanned.remove_suffix(1);
    std::string code{scanned};
    if (code.size() == upc_a_digits && has_right_check_digit(code)) code.insert(0, 1, '0');
    return code;
}

BarcodeKind kind_of_barcode(std::string_view scanned)
{
    const std::string code{normal_barcode(scanned)};
    if (!has_right_check_digit(code)) return BarcodeKind::other;
    if (is_restricted(code)) return BarcodeKind::in_store;
    return code.size() == ean8_digits ? BarcodeKind::ean8 : BarcodeKind::ean13;
}

} // namespace guitai
