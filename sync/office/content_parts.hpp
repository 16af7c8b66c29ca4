// The parts that the content of several kinds of event is made of: sums, dates, names, lots. Each says what is
// wrong with its part, or nothing. Private to content.cpp.
#pragma once

#include "sync/events/event.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

using Fault = std::optional<Refusal>;

[[nodiscard]] Fault fault(std::string code, std::string detail);

[[nodiscard]] Fault check_sum(std::string_view what, std::int64_t sum, Money stated);
[[nodiscard]] Fault check_date(std::string_view date);
[[nodiscard]] Fault check_length(std::string_view what, std::string_view name);
// Words of people, no longer than a till takes them.
[[nodiscard]] Fault check_text(std::string_view what, std::string_view text);
// Neither empty nor longer than an index of a database, or paper, can hold.
[[nodiscard]] Fault check_named(std::string_view what, std::string_view name);
template<typename Tag>
[[nodiscard]] Fault check_named(std::string_view what, const Id<Tag>& id)
{
    return check_named(what, id.text);
}

// Lots that are born in purses of that unit.
[[nodiscard]] Fault check_earned(const std::vector<LotEarned>& lots, LotUnit unit);
[[nodiscard]] Fault check_restored(const std::vector<ValueRestored>& all);
[[nodiscard]] Fault check_restored(const PointsRestored& restored);
// Parts of lots that left them, whatever they add up to.
[[nodiscard]] Fault check_drawn(const std::vector<LotPart>& parts);
// What a ticket took out of purses, put into them and gave back to them.
[[nodiscard]] Fault check_lots(const SaleCompleted& sale);

// Of what happens at a counter beside tickets.
[[nodiscard]] Fault check(const AccountPaid& paid);
[[nodiscard]] Fault check(const ComplaintOpened& opened);
[[nodiscard]] Fault check(const ComplaintAnswered& answered);
[[nodiscard]] Fault check(const ValueLoaded& loaded);
[[nodiscard]] Fault check(const MembershipPaid& paid);
[[nodiscard]] Fault check(const MembershipRefunded& refunded);
[[nodiscard]] Fault check(const ServiceReturned& returned);

} // namespace guitai::office
