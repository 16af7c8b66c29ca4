// Small parts of what the fake books make of their events.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/profile_part.hpp"
#include "tests/support/fake_catalogue.hpp"

#include <algorithm>
#include <vector>

namespace guitai::test {

// A profile put right in one part, as a store and a head office do it.
inline void correct_profile(std::vector<MemberProfile>& profiles, const MemberCorrected& corrected)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(),
                                    [&](const auto& one) { return one.member == corrected.member; });
    if (found != profiles.end()) part_of(*found, corrected.part) = corrected.value;
}

inline Purchase purchase_of(const FakeCatalogue* catalogue, const SaleLine& line, std::int64_t at_ms)
{
    Purchase bought{line.sku, line.name, line.variant, {}, line.total, at_ms, {}, {}};
    const auto item = catalogue == nullptr ? std::nullopt : catalogue->find(line.sku);
    if (item) bought.category = item->category;
    if (item) bought.size = item->size;
    return bought;
}

// The number of the talk that an event tells of; 0: of none.
inline std::int64_t talk_in(const EventBody& body)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&body)) return sale->talk.number;
    if (const auto* miss = std::get_if<MissRecorded>(&body)) return miss->talk.number;
    const auto* ended = std::get_if<TalkEnded>(&body);
    return ended == nullptr ? 0 : ended->talk.number;
}

// An order as the shop knows it when it was just taken.
inline OrderDetail just_placed(const OrderPlaced& placed, std::int64_t at_ms)
{
    OrderDetail detail;
    OrderBrief& brief{detail.brief};
    brief.order = placed.order;
    brief.name = placed.name;
    brief.variant = placed.variant;
    brief.sku = placed.sku;
    brief.quantity = placed.quantity;
    brief.recipient_name = placed.recipient.name;
    brief.member = placed.member;
    brief.store = placed.store;
    brief.delivery = placed.delivery;
    brief.placed_at_ms = at_ms;
    brief.total = placed.total;
    brief.paid = placed.paid;
    brief.due = placed.due_on_delivery;
    detail.recipient = placed.recipient;
    detail.receipt = placed.receipt;
    return detail;
}

} // namespace guitai::test
