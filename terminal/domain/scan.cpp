#include "terminal/domain/scan.hpp"

#include "terminal/domain/barcode.hpp"
#include "terminal/domain/signed_receipt.hpp"

#include <algorithm>
#include <array>

namespace guitai {
namespace {

constexpr std::string_view currency_of_the_house{"156"}; // CNY.

struct Prefix {
    std::string_view text;
    Symbology symbology;
    bool says_gs1;
};

// ISO/IEC 15424: what a scanner can be told to put before each code.
constexpr std::array<Prefix, 14> prefixes{{
    {"]C1", Symbology::code128, true},
    {"]C0", Symbology::code128, false},
    {"]d2", Symbology::data_matrix, true},
    {"]d1", Symbology::data_matrix, false},
    {"]Q3", Symbology::qr, true},
    {"]Q1", Symbology::qr, false},
    {"]e0", Symbology::databar, true},
    {"]e1", Symbology::databar, true},
    {"]E0", Symbology::ean_upc, false},
    {"]E3", Symbology::ean_upc, false}, // With an add-on behind it.
    {"]E4", Symbology::ean_upc, false},
    {"]I0", Symbology::itf, false},
    {"]I1", Symbology::itf, false},
    {"]J1", Symbology::other, true},
}};

// A blank inside may belong to the code; what a scanner puts around it does not.
std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks{" \t\r\n\v\f"};
    const std::size_t from{text.find_first_not_of(blanks)};
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

const Prefix* prefix_of(std::string_view text)
{
    const auto found = std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& prefix) {
        return text.substr(0, prefix.text.size()) == prefix.text;
    });
    return found == prefixes.end() ? nullptr : &*found;
}

void add_code(Scan& scan, std::string code)
{
    if (code.empty() || std::find(scan.codes.begin(), scan.codes.end(), code) != scan.codes.end()) return;
    scan.codes.push_back(std::move(code));
}

void add_codes(Scan& scan, const std::vector<std::string>& codes)
{
    for (const std::string& code : codes) add_code(scan, code);
}

// number ÷ 10^decimals, in units of 10^-places, half away from zero; cut at `most`.
std::int64_t shifted(std::int64_t number, int decimals, int places, std::int64_t most)
{
    for (; decimals < places && number <= most; ++decimals) number *= 10;
    std::int64_t divisor{1};
    for (; decimals > places; --decimals) divisor *= 10;
    return std::min((number + divisor / 2) / divisor, most);
}

void take_quantity(Scan& scan)
{
    if (const Gs1Element* const measure = find_gs1(scan.elements, Gs1Role::measure)) {
        scan.quantity = Quantity::from_milli(shifted(measure->number, measure->decimals, 3, Quantity::milli_max));
    } else if (const Gs1Element* const count = find_gs1(scan.elements, Gs1Role::count)) {
        scan.quantity = Quantity::from_milli(shifted(count->number, 0, 3, Quantity::milli_max));
    } else if (const Gs1Element* const amount = find_gs1(scan.elements, Gs1Role::amount)) {
        if (!amount->currency.empty() && amount->currency != currency_of_the_house) {
            scan.trouble = Refusal{"scan.other_currency", amount->currency};
        }
        scan.price = Money::from_minor(shifted(amount->number, amount->decimals, 2, Money::minor_max));
    }
    if (scan.quantity.is_zero()) scan.trouble = Refusal{"scan.no_quantity", visible_code(scan.text)};
}

void take_gs1(Scan& scan, std::vector<Gs1Element> elements)
{
    scan.kind = ScanKind::gs1;
    scan.elements = std::move(elements);
    if (const Gs1Element* const gtin = find_gs1(scan.elements, Gs1Role::gtin)) {
        add_codes(scan, gtin_forms(gtin->value));
    } else {
        scan.trouble = Refusal{"scan.no_gtin", visible_code(scan.text)};
    }
    if (const Gs1Element* const lot = find_gs1(scan.elements, Gs1Role::lot)) scan.lot = lot->value;
    if (const Gs1Element* const serial = find_gs1(scan.elements, Gs1Role::serial)) scan.serial = serial->value;
    for (const Gs1Element& element : scan.elements) {
        if (element.identifier == "17") scan.expires_on = gs1_date(element.value);
    }
    take_quantity(scan);
}

enum class Claim { none, maybe, sure };

// A scanner without a prefix leaves only the look of the text.
Claim gs1_claim(std::string_view text, const Prefix* prefix)
{
    constexpr std::size_t gtin_element{16};
    if (prefix != nullptr && prefix->says_gs1) return Claim::sure;
    if (text.find(gs1_separator) != std::string_view::npos) return Claim::sure;
    if (!text.empty() && text.front() == '(') return Claim::maybe;
    const bool begins_with_gtin{text.size() >= gtin_element &&
                                (text.substr(0, 2) == "01" || text.substr(0, 2) == "02")};
    return begins_with_gtin && has_right_check_digit(text.substr(2, 14)) ? Claim::maybe : Claim::none;
}

void read_gs1(Scan& scan, Claim claim)
{
    if (claim == Claim::none) return;
    auto elements = parse_gs1(scan.text);
    if (elements) return take_gs1(scan, std::move(*elements));
    if (claim == Claim::sure) scan.trouble = elements.error();
}

void read_in_store(Scan& scan, const std::vector<InStoreRule>& rules)
{
    auto found = match_in_store(scan.text, rules);
    if (!found) {
        scan.trouble = found.error();
        return;
    }
    if (!*found) return;
    const InStoreCode& code{**found};
    scan.kind = ScanKind::in_store;
    scan.in_store = code;
    add_codes(scan, item_codes(code));
    scan.price = price_of(code);
    if (code.rule.kind != InStoreKind::price) scan.quantity = quantity_of(code);
    const bool nothing{code.value == 0};
    if (nothing) scan.trouble = Refusal{"scan.no_quantity", scan.text};
}

// Numbers on goods: with their zeros and without, and the short UPC written out.
void read_number(Scan& scan)
{
    const BarcodeKind kind{kind_of_barcode(scan.text)};
    if (kind == BarcodeKind::itf14) scan.kind = ScanKind::case_code;
    else if (kind == BarcodeKind::ean13 || kind == BarcodeKind::ean8) scan.kind = ScanKind::ean;
    if (scan.kind == ScanKind::ean && scan.text.size() == 12) scan.kind = ScanKind::upc;
    if (kind != BarcodeKind::in_store) add_codes(scan, gtin_forms(scan.text));
    const std::string long_upc{expand_upc_e(scan.text)};
    if (long_upc.empty()) return;
    if (scan.kind == ScanKind::plain) scan.kind = ScanKind::upc;
    add_codes(scan, gtin_forms(long_upc));
}

} // namespace

Scan read_scan(std::string_view scanned, const std::vector<InStoreRule>& rules)
{
    Scan scan;
    const std::string_view all{trimmed(scanned)};
    const Prefix* const prefix{prefix_of(all)};
    scan.text = std::string{prefix == nullptr ? all : all.substr(prefix->text.size())};
    if (prefix != nullptr) scan.symbology = prefix->symbology;
    const Claim claim{gs1_claim(scan.text, prefix)};
    scan.text.erase(0, scan.text.find_first_not_of(gs1_separator)); // FNC1 at the start, as some scanners send it.
    add_code(scan, scan.text);
    if (prefix != nullptr) add_code(scan, std::string{all});
    if (scan.text.empty()) return scan;
    if (looks_like_signed_receipt(scan.text)) {
        scan.kind = ScanKind::signed_receipt;
        return scan;
    }
    scan.exact = scan.codes.size();
    read_gs1(scan, claim);
    if (scan.kind != ScanKind::plain || scan.trouble) return scan;
    read_number(scan);
    scan.exact = scan.codes.size();
    read_in_store(scan, rules);
    return scan;
}

Quantity quantity_for(Money price, Money unit)
{
    if (unit.minor() <= 0 || price.minor() <= 0) return {};
    __extension__ using Wide = __int128;
    const Wide milli{(static_cast<Wide>(price.minor()) * Quantity::per_piece + unit.minor() - 1) / unit.minor()};
    return Quantity::from_milli(static_cast<std::int64_t>(std::min<Wide>(milli, Quantity::milli_max)));
}

std::string visible_code(std::string_view scanned)
{
    std::string text;
    for (const char c : scanned) {
        if (c == gs1_separator) text += "<GS>";
        else text += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return text;
}

} // namespace guitai
