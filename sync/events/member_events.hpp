// Who the members are and what they have earned.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// The tier of a member who has reached none.
inline constexpr std::string_view no_tier{"standard"};

// Of a family: 老人, 父母, 孩子. None: she is in no family.
enum class Generation { none, elder, parent, child };
template<>
struct Words<Generation> {
    static constexpr std::array<std::pair<Generation, std::string_view>, 4> all{{
        {Generation::none, "none"},
        {Generation::elder, "elder"},
        {Generation::parent, "parent"},
        {Generation::child, "child"},
    }};
};

// What is known of a member at the counter.
struct MemberProfile {
    MemberId member;
    std::string phone;
    std::string name;
    std::string reading; // How the name is said, where hanzi leave a doubt: Shàn for 单.
    std::string form_of_address; // 先生, 女士, 阿姨 …
    std::string tier;
    std::string birthday; // ISO date, or empty.
    std::string usual_size;
    std::string note; // What to remember when she is here.
    std::string card;
    std::string joined_on; // ISO date.
    Money account_limit{}; // What she may owe (挂账); zero: nothing.
    std::string first_bought_on{}; // ISO date of her first ticket, as far as the head office has heard; or empty.
    std::string tier_until{}; // The last day of a tier that the head office gave her; empty: it has none.
    std::string account{}; // The purse that her points lie in, shared with her family; empty: one of her own.
    Generation generation{Generation::none};
    MemberId referred_by{}; // Who brought her along; empty: nobody.
    MemberId merged_into{}; // She was entered twice, and this is the number that is kept; empty: she was not.
    std::string monthly_use{}; // How much of what she has brought home she uses in a month, in her words.
    std::string payday{}; // Day of the month, "1" to "31", or empty.

    // Whose purse it is.
    [[nodiscard]] const std::string& purse() const { return account.empty() ? member.text : account; }

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &MemberProfile::member),
                     field("phone", &MemberProfile::phone),
                     field("name", &MemberProfile::name),
                     field("reading", &MemberProfile::reading),
                     field("form_of_address", &MemberProfile::form_of_address),
                     field("tier", &MemberProfile::tier),
                     field("birthday", &MemberProfile::birthday),
                     field("usual_size", &MemberProfile::usual_size),
                     field("note", &MemberProfile::note),
                     field("card", &MemberProfile::card),
                     field("joined_on", &MemberProfile::joined_on),
                     later_field("account_limit", &MemberProfile::account_limit),
                     later_field("first_bought_on", &MemberProfile::first_bought_on),
                     later_field("tier_until", &MemberProfile::tier_until),
                     later_field("account", &MemberProfile::account),
                     later_field("generation", &MemberProfile::generation),
                     later_field("referred_by", &MemberProfile::referred_by),
                     later_field("merged_into", &MemberProfile::merged_into),
                     later_field("monthly_use", &MemberProfile::monthly_use),
                     later_field("payday", &MemberProfile::payday));
    }

    bool operator==(const MemberProfile&) const = default;
};

// Up: somebody joined at the counter, online or not.
struct MemberEnrolled {
    static constexpr std::string_view kind{"member_enrolled"};

    MemberProfile profile;
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("profile", &MemberEnrolled::profile),
                     field("store", &MemberEnrolled::store),
                     field("staff", &MemberEnrolled::staff));
    }

    bool operator==(const MemberEnrolled&) const = default;
};

// Down: the profile as the head office keeps it.
struct MemberSet {
    static constexpr std::string_view kind{"member_set"};

    MemberProfile profile;
    std::int64_t source_origin{0}; // The till that enrolled her; 0 where the office did.
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("profile", &MemberSet::profile),
                     field("source_origin", &MemberSet::source_origin),
                     field("source_number", &MemberSet::source_number));
    }

    bool operator==(const MemberSet&) const = default;
};

// gift: the chain gave them, or took them back.
// A fee (会费) brings points, and takes what is left of them along when it goes back.
enum class PointsReason { earned, imported, reversed, redeemed, restored, gift, fee };
template<>
struct Words<PointsReason> {
    static constexpr std::array<std::pair<PointsReason, std::string_view>, 7> all{{
        {PointsReason::earned, "earned"},
        {PointsReason::imported, "imported"},
        {PointsReason::reversed, "reversed"},
        {PointsReason::redeemed, "redeemed"},
        {PointsReason::restored, "restored"},
        {PointsReason::gift, "gift"},
        {PointsReason::fee, "fee"},
    }};
};

// Down: points that came or went, by any till's sale or by the office itself. The till
// named as the source has counted it already and skips it. For screens: it is no right to spend.
struct PointsPosted {
    static constexpr std::string_view kind{"points_posted"};

    MemberId member;
    std::int64_t points{0}; // Negative: taken back.
    std::string expires_on; // ISO date of the last day they are good.
    PointsReason reason{PointsReason::earned};
    std::string subject; // The receipt or order they came from.
    std::int64_t source_origin{0};
    std::int64_t source_number{0};
    std::string matures_on{}; // ISO date of the first day they may be spent; empty: at once.
    std::string earned_on{}; // ISO date of the ticket; empty in news of older programs.
    std::string note{}; // Why, where a person at the head office gave or took them by hand.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &PointsPosted::member),
                     field("points", &PointsPosted::points),
                     field("expires_on", &PointsPosted::expires_on),
                     field("reason", &PointsPosted::reason),
                     field("subject", &PointsPosted::subject),
                     field("source_origin", &PointsPosted::source_origin),
                     field("source_number", &PointsPosted::source_number),
                     later_field("matures_on", &PointsPosted::matures_on),
                     later_field("earned_on", &PointsPosted::earned_on),
                     later_field("note", &PointsPosted::note));
    }

    bool operator==(const PointsPosted&) const = default;
};

// Down: what a member owes changed, by a sale at any till or by a payment to the
// head office. The till named as the source has counted it already and skips it.
struct AccountPosted {
    static constexpr std::string_view kind{"account_posted"};

    MemberId member;
    Money amount; // Below zero: paid.
    std::string subject; // The receipt, or what the payment was.
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &AccountPosted::member),
                     field("amount", &AccountPosted::amount),
                     field("subject", &AccountPosted::subject),
                     field("source_origin", &AccountPosted::source_origin),
                     field("source_number", &AccountPosted::source_number));
    }

    bool operator==(const AccountPosted&) const = default;
};

} // namespace guitai
