// Whose purse something is in, as one word: a member's points are under her id alone,
// her money (储值) and a gift card's (礼品卡) under names of their own, so that points
// and money never meet in one purse.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/points_events.hpp"
#include "sync/events/sale_events.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai {

[[nodiscard]] std::string value_account(const MemberId& member);

// Codes of gift cards have 8 to 32 letters and digits; spaces and dashes between are passed
// over, small letters are large ones. Empty: it is none.
[[nodiscard]] std::string gift_code(std::string_view typed);

// What is signed with the chain's key to name a card: the code itself is written nowhere.
[[nodiscard]] std::string signed_gift_code(std::string_view code);
// `mac`: its HMAC-SHA-256 as hex, at least 32 digits. The last four of the code stay readable, for people.
[[nodiscard]] std::string gift_account(std::string_view code, std::string_view mac);

// Stored value or a gift card: what is paid out of a purse of money.
[[nodiscard]] bool is_purse_tender(TenderKind tender);
[[nodiscard]] bool is_gift_account(std::string_view account);
// The tender that it is spent with: a gift card, or else stored value.
[[nodiscard]] TenderKind value_tender(std::string_view account);
[[nodiscard]] LotUnit unit_of(std::string_view account);

// What a person may read of it: the last four of a gift card; of all others nothing.
[[nodiscard]] std::string shown_account(std::string_view account);

} // namespace guitai
