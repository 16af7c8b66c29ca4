// What can be seen of a member: who she is, what she has, what to remember, what is under way for her.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/order.hpp"
#include "sync/points/tiers.hpp"
#include "terminal/app/club_view.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/complaint_view.hpp"
#include "terminal/app/order_view.hpp"
#include "terminal/app/points_view.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

struct FoundMember {
    MemberId member;
    std::string name, reading, form_of_address, phone, tier;
    std::string tier_until{}; // Of a tier that the head office gave.
};

// What she wears of one category: the size of her last purchase there.
struct UsualSize {
    std::string category, size;
};

// A line of the ticket that the member can not have (过敏, 不能吃).
struct CannotView {
    LineNumber line{0};
    NoteId note;
    std::string about; // What she said.
    Sku sku;
    std::string name, name_en; // Of the goods.
};

struct Purchase {
    Sku sku;
    std::string name, variant, picture;
    Money total;
    std::int64_t at_ms{0};
    std::string category{}, size{}; // Empty where the goods are not in the catalogue any more.
    StaffName served_by{};
};

// The two keys to the private half of her file: the adviser's PIN and her own password.
struct FileKeysView {
    bool has_password{false};
    // Her phone is masked, and notes, purchases, birthday and consents are left out of what is seen.
    bool locked{false};
    StaffName adviser{}; // Whose key was given; empty: nobody's.
    std::int64_t closes_at_ms{0}; // When it closes by itself; 0: it is not open, or there is no password.
    std::int64_t tries_left{0}; // Of her password.
    std::int64_t locked_until_ms{0}; // After too many wrong ones; 0: not.
    std::int64_t hidden_notes{0};
};

// Somebody was at her file.
struct AccessView {
    FileAccess access{FileAccess::tried};
    StaffName staff; // Empty: she herself.
    Role role{Role::clerk};
    PlaceCode store; // Empty: the head office.
    std::int64_t at_ms{0};
};

// Somebody with whom she shares a purse.
struct RelativeView {
    MemberId member;
    std::string name;
    Generation generation{Generation::none};
    std::int64_t points{0}; // Of the purse, those that this one earned.
};

// A coupon of hers that is good today.
struct HeldCouponView {
    std::string code, promotion, name, name_en;
    std::string valid_to; // ISO date of its last day; empty: it stays good.
};

struct MemberView {
    MemberProfile profile;
    PointsView points;
    std::vector<OrderBrief> open_orders;
    std::vector<Purchase> last_purchases; // Bought in this shop, newest first.
    bool birthday_today{false};
    Money stored; // In her purse (储值), as far as it is known here.
    Money owed, account_left; // On account (挂账); zero where she may owe nothing.
    std::vector<FeeView> fees; // Paid for membership, the newest first.
    std::string paying_until; // ISO date of its last day; empty: she is no paying member today.
    std::optional<TierStanding> tier; // Nothing: the chain has no tiers, and the profile's word is hers.
    std::vector<MemberNote> notes;    // What she likes, can not have, asks for every time; the oldest first.
    std::vector<Consent> consents;    // What she was asked, the latest answer to each.
    std::optional<ProfilePart> question; // The one thing to ask her at this visit; nothing: ask nothing.
    std::int64_t known_parts{0}, asked_parts{0}; // Of the profile: what is filled in, out of what is asked for.
    StaffName usual_adviser; // Who served her on most of her last visits to this shop; empty: it is not known.
    std::vector<UsualSize> usual_sizes; // Of categories of which she bought; of all others her profile has it.
    FileKeysView keys;
    std::vector<RelativeView> family; // Herself too; empty: she is in none.
    std::vector<HeldCouponView> coupons; // The first to end first.
    std::vector<ComplaintView> complaints; // The open ones first, of them the one due first.
    MemberId merged_from; // She was looked for under a number that is not kept any more; else empty.
};

// What she sees of herself, with her password alone.
struct OwnFileView {
    MemberView member;
    std::vector<PointsLotView> lots; // In the order in which they are spent.
    std::vector<OrderDetail> orders; // The newest first, those that are over too; each with its course.
    std::vector<AccessView> accesses; // The newest first.
    std::vector<PrivacyWish> asked; // Of the privacy officer, and not answered yet as far as is known here.
    std::int64_t closes_at_ms{0};
};

} // namespace guitai
