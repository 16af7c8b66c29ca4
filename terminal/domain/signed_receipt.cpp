#include "terminal/domain/signed_receipt.hpp"

#include "sync/events/base32.hpp"
#include "sync/events/code_link.hpp"
#include "terminal/domain/barcode.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace guitai {
namespace {

constexpr std::string_view mark{"GTR1."};
constexpr std::size_t code_bytes_max{60};
constexpr std::size_t parts_count{6};
constexpr std::string_view way_to_it{"/MY/R/"};

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= code_bytes_max && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::optional<ReceiptSignature> signature_of(std::string_view text)
{
    const auto bytes = bytes_of_base32(text);
    ReceiptSignature signature{};
    if (!bytes || bytes->size() != signature.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), signature.begin());
    return signature;
}

std::vector<std::string_view> parts_of(std::string_view text)
{
    std::vector<std::string_view> parts;
    while (parts.size() <= parts_count) {
        const std::size_t dot{text.find('.')};
        parts.push_back(text.substr(0, dot));
        if (dot == std::string_view::npos) break;
        text.remove_prefix(dot + 1);
    }
    return parts;
}

std::optional<Money> money_of(std::string_view text)
{
    std::int64_t minor{0};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minor);
    const bool whole{error == std::errc{} && end == text.data() + text.size() && Money::fits(minor)};
    return whole ? std::optional{Money::from_minor(minor)} : std::nullopt;
}

} // namespace

std::string statement_text(const ReceiptStatement& statement)
{
    std::string day{statement.business_date};
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    if (!is_code(statement.store.text) || !is_code(statement.receipt.text)) return {};
    if (statement.business_date.size() != 10 || day.size() != 8 || !is_digits(day)) return {};
    return std::string{mark} + statement.store.text + "." + statement.receipt.text + "." + day + "." +
           std::to_string(statement.total.minor());
}

std::string signed_receipt_text(const SignedReceipt& receipt)
{
    return statement_text(receipt.statement) + "." + base32(receipt.signature.data(), receipt.signature.size());
}

std::string receipt_link(std::string_view member_site, const std::string& signed_text)
{
    if (member_site.empty() || signed_text.empty()) return signed_text;
    return code_link(member_site, way_to_it, signed_text);
}

bool looks_like_signed_receipt(std::string_view code) { return !code_behind_address(code, mark).empty(); }

Result<SignedReceipt> parse_signed_receipt(std::string_view scanned)
{
    const std::string_view code{code_behind_address(scanned, mark)};
    const auto unreadable = [] { return refuse("receipt.qr_unreadable"); };
    const std::vector<std::string_view> parts{parts_of(code)};
    if (!looks_like_signed_receipt(code) || parts.size() != parts_count) return unreadable();
    const auto total = money_of(parts[4]);
    const auto signature = signature_of(parts[5]);
    if (!is_digits(parts[3]) || parts[3].size() != 8 || !total || !signature) return unreadable();
    SignedReceipt read;
    read.statement.store.text = parts[1];
    read.statement.receipt.text = parts[2];
    const std::string day{parts[3]};
    read.statement.business_date = day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6);
    read.statement.total = *total;
    read.signature = *signature;
    // Read back the same, or somebody wrote it another way ("+5", "007").
    if (signed_receipt_text(read) != code) return unreadable();
    return read;
}

} // namespace guitai
