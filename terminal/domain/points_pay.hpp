// Paying with points (积分抵现): what they are worth, how many a ticket takes, and out
// of which lots they are drawn. The rate is data of the head office.
#pragma once

#include "sync/events/lease_events.hpp"
#include "sync/events/rules_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// What `points` pay, rounded down to the fen; zero where the shop takes none.
[[nodiscard]] Money worth_of(const PointsRules& rules, std::int64_t points);

// How many of `points` pay no more than `at_most`: in whole units, and none that pays nothing.
[[nodiscard]] std::int64_t points_within(const PointsRules& rules, std::int64_t points, Money at_most);

// The part of `total` that points may pay.
[[nodiscard]] Money share_for_points(const PointsRules& rules, Money total);

// What one lease, or the purse, has to give.
struct PointsSource {
    std::string lease{}; // Empty: the purse.
    std::vector<LeaseLot> lots{};
};

[[nodiscard]] std::int64_t points_in(const std::vector<PointsSource>& sources);

// The soonest expiry of all sources first, then the earliest earned, principal before
// bonus, then by name; lots past `today` (ISO date) are left alone, for the firm's
// sake. What could not be drawn is missing from the parts.
[[nodiscard]] std::vector<LotPart> draw_points(const std::vector<PointsSource>& sources, std::int64_t amount,
                                               std::string_view today);

// What is drawn already is there for nobody else.
void take_off(std::vector<PointsSource>& sources, const std::vector<LotPart>& drawn);

// The parts of a redemption that go back: the last drawn first, after `before` of them went already.
[[nodiscard]] std::vector<LotPart> restored_parts(const std::vector<LotPart>& drawn, std::int64_t before,
                                                  std::int64_t amount);

} // namespace guitai
