// What must be true of a chain whose lines are mended and quiet, whatever
// happened before. Each oracle holds both ends against each other and against
// the simulator's own tally, and says in a sentence what is not so.
#pragma once

#include "sync/events/ids.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace guitai::sim {

class World;
using Complaints = std::vector<std::string>;

// oracles_books.cpp
[[nodiscard]] Complaints everything_is_sent(World& world);
[[nodiscard]] Complaints acknowledged_events_are_at_the_office_once(World& world);
[[nodiscard]] Complaints numbers_are_dense_and_chains_equal(World& world);
[[nodiscard]] Complaints receipts_are_dense(World& world);
[[nodiscard]] Complaints every_book_verifies(World& world);
[[nodiscard]] Complaints nothing_was_set_apart(World& world);

// oracles_money.cpp
[[nodiscard]] Complaints takings_agree(World& world);
[[nodiscard]] Complaints drawers_agree(World& world);
[[nodiscard]] Complaints points_agree(World& world);
[[nodiscard]] Complaints accounts_agree(World& world);

// oracles_points.cpp
[[nodiscard]] Complaints no_point_was_spent_that_was_not_earned(World& world);
[[nodiscard]] Complaints stored_value_agrees(World& world);
[[nodiscard]] Complaints shares_agree(World& world);
[[nodiscard]] Complaints leases_agree(World& world);
[[nodiscard]] Complaints the_office_lends_again(World& world);
// How often points paid, and how often money out of a purse did, as the tills' journals say it.
struct Redemptions {
    std::int64_t points{0};
    std::int64_t purses{0};
    std::int64_t gift_cards{0};
};
[[nodiscard]] Redemptions redemptions_of(World& world);

// oracles_members.cpp
[[nodiscard]] Complaints member_files_agree(World& world);
[[nodiscard]] Complaints tiers_agree(World& world);

// oracles_complaints.cpp
[[nodiscard]] Complaints complaints_agree(World& world);

// oracles_club.cpp
[[nodiscard]] Complaints fees_agree(World& world);
struct ClubCounts {
    std::int64_t fees{0}, refunds{0}, services{0}, services_back{0};
};
[[nodiscard]] ClubCounts club_of(World& world);

// oracles_privacy.cpp
[[nodiscard]] Complaints keys_agree(World& world);
// Of an erased member no word is left anywhere.
[[nodiscard]] Complaints the_erased_are_forgotten(World& world);
[[nodiscard]] std::int64_t erased_of(World& world);

// oracles_gifts.cpp
[[nodiscard]] Complaints gifts_agree(World& world);
// Of gifts alone, less what was taken back of them.
[[nodiscard]] std::map<MemberId, std::int64_t> gift_points(World& world);
struct GiftCounts {
    std::int64_t welcomes{0}, birthdays{0}, referrals{0}, taken_back{0};
};
[[nodiscard]] GiftCounts gifts_of(World& world);

// oracles_returns.cpp
[[nodiscard]] Complaints returns_agree(World& world);
[[nodiscard]] Complaints guides_agree(World& world);
// Goods that came back twice, and coupons that were used twice, are named at the office, and nothing else is.
[[nodiscard]] Complaints losses_have_names(World& world);
[[nodiscard]] Complaints coupons_agree(World& world);
struct TradeCounts {
    std::int64_t elsewhere{0}, twice{0}, swaps{0}, coupons{0}, coupons_twice{0}, coupons_void{0};
};
[[nodiscard]] TradeCounts trade_of(World& world);

// oracles_tickets.cpp
[[nodiscard]] Complaints parked_tickets_agree(World& world);

// oracles_cards.cpp
[[nodiscard]] Complaints cards_agree(World& world);

// oracles_goods.cpp
[[nodiscard]] Complaints stock_agrees(World& world);
[[nodiscard]] Complaints nothing_is_promised_twice(World& world);
[[nodiscard]] Complaints orders_agree(World& world);
[[nodiscard]] Complaints orders_keep_to_their_states(World& world);
[[nodiscard]] Complaints the_office_did_what_it_answered(World& world);

// All of them, the first that complains first.
[[nodiscard]] Complaints ask_oracles(World& world);

} // namespace guitai::sim
