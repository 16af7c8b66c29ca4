#include "terminal/domain/barcode.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace guitai {
namespace {

constexpr std::size_t ean8_digits{8};
constexpr std::size_t upc_a_digits{12};
constexpr std::size_t ean13_digits{13};
constexpr std::size_t gtin14_digits{14};

// GS1 leaves these prefixes to shops and companies (General Specifications, 1.4.2).
bool is_restricted(std::string_view ean)
{
    const std::string_view start{ean.substr(0, 2)};
    if (ean.size() == ean8_digits) return start.front() == '0' || start.front() == '2';
    return start == "02" || start == "04" || start.front() == '2';
}

// What a UPC-E leaves out is told by its sixth digit (General Specifications, 5.2.2.4).
std::string upc_e_body(std::string_view six)
{
    const std::string maker{six.substr(0, 2)};
    switch (six.back()) {
    case '0':
    case '1':
    case '2': return maker + six.back() + "0000" + std::string{six.substr(2, 3)};
    case '3': return std::string{six.substr(0, 3)} + "00000" + std::string{six.substr(3, 2)};
    case '4': return std::string{six.substr(0, 4)} + "00000" + six[4];
    default: return std::string{six.substr(0, 5)} + "0000" + six.back();
    }
}

} // namespace

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

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
    constexpr std::array<std::size_t, 4> lengths{ean8_digits, upc_a_digits, ean13_digits, gtin14_digits};
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

std::string expand_upc_e(std::string_view code)
{
    if (code.size() != ean8_digits || !is_digits(code) || code.front() > '1') return {};
    std::string full{code.front() + upc_e_body(code.substr(1, 6))};
    full += code.back();
    return has_right_check_digit(full) ? full : std::string{};
}

std::vector<std::string> gtin_forms(std::string_view gtin)
{
    if (!has_right_check_digit(gtin)) return {};
    const std::string full{std::string(gtin14_digits - gtin.size(), '0') + std::string{gtin}};
    std::vector<std::string> forms;
    for (const std::size_t digits : {gtin14_digits, ean13_digits, upc_a_digits, ean8_digits}) {
        const std::size_t zeros{gtin14_digits - digits};
        if (full.find_first_not_of('0') < zeros) break;
        forms.push_back(full.substr(zeros));
    }
    return forms;
}

BarcodeKind kind_of_barcode(std::string_view scanned)
{
    const std::string code{normal_barcode(scanned)};
    if (!has_right_check_digit(code)) return BarcodeKind::other;
    if (code.size() == gtin14_digits) return BarcodeKind::itf14;
    if (is_restricted(code)) return BarcodeKind::in_store;
    return code.size() == ean8_digits ? BarcodeKind::ean8 : BarcodeKind::ean13;
}

} // namespace guitai
