// What can be seen of a member: who she is, what she has, what to remember, what is under way for her.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/order.hpp"
#include "sync/points/tiers.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/points_view.hpp"

#include <cstdint>
#include <optional>
#include <string>
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

struct OrderBrief {
    OrderId order;
    OrderState state{OrderState::captured};
    std::string name, variant;
    Sku sku;
    Quantity quantity;
    std::string recipient_name;
    MemberId member;
    PlaceCode store;
    Delivery delivery{Delivery::ship};
    std::string promise_date; // Empty: not promised yet.
    std::int64_t placed_at_ms{0};
    Money total, paid, due;
    bool cancel_asked{false};
    bool refund_due{false};
};

struct Purchase {
    Sku sku;
    std::string name, variant, picture;
    Money total;
    std::int64_t at_ms{0};
    std::string category{}, size{}; // Empty where the goods are not in the catalogue any more.
};

struct MemberView {
    MemberProfile profile;
    PointsView points;
    std::vector<OrderBrief> open_orders;
    std::vector<Purchase> last_purchases; // Bought in this shop, newest first.
    bool birthday_today{false};
    Money stored; // In her purse (储值), as far as it is known here.
    Money owed, account_left; // On account (挂账); zero where she may owe nothing.
    std::optional<TierStanding> tier; // Nothing: the chain has no tiers, and the profile's word is hers.
    std::vector<MemberNote> notes;    // What she likes, can not have, asks for every time; the oldest first.
    std::vector<Consent> consents;    // What she was asked, the latest answer to each.
    std::optional<ProfilePart> question; // The one thing to ask her at this visit; nothing: ask nothing.
    std::int64_t known_parts{0}, asked_parts{0}; // Of the profile: what is filled in, out of what is asked for.
    std::vector<UsualSize> usual_sizes; // Of categories of which she bought; of all others her profile has it.
};

} // namespace guitai
