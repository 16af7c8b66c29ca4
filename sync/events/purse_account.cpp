#include "sync/events/purse_account.hpp"

#include <cassert>

namespace guitai {
namespace {

constexpr std::string_view value_prefix{"value/"};
constexpr std::string_view gift_prefix{"gift/"};
constexpr std::size_t code_min{8};
constexpr std::size_t code_max{32};
constexpr std::size_t shown_digits{4};
constexpr std::size_t mac_digits{32};

} // namespace

std::string value_account(const MemberId& member) { return std::string{value_prefix} + member.text; }

std::string gift_code(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) code += c;
        else if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
        else if (c != ' ' && c != '-') return {};
    }
    return code.size() < code_min || code.size() > code_max ? std::string{} : code;
}

std::string signed_gift_code(std::string_view code) { return std::string{"guitai.gift.1|"}.append(code); }

std::string gift_account(std::string_view code, std::string_view mac)
{
    assert(code.size() >= code_min && mac.size() >= mac_digits);
    std::string account{gift_prefix};
    account.append(code.substr(code.size() - shown_digits)).append("/").append(mac.substr(0, mac_digits));
    return account;
}

bool is_purse_tender(TenderKind tender)
{
    return tender == TenderKind::stored_value || tender == TenderKind::gift_card;
}

bool is_gift_account(std::string_view account) { return account.starts_with(gift_prefix); }

TenderKind value_tender(std::string_view account)
{
    return is_gift_account(account) ? TenderKind::gift_card : TenderKind::stored_value;
}

LotUnit unit_of(std::string_view account)
{
    return account.starts_with(value_prefix) || is_gift_account(account) ? LotUnit::fen : LotUnit::points;
}

std::string shown_account(std::string_view account)
{
    return is_gift_account(account) ? "…" + std::string{account.substr(gift_prefix.size(), shown_digits)}
                                    : std::string{};
}

} // namespace guitai
