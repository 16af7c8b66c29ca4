// Money over the counter that is no ticket: a debt that is paid back, a purse that is
// filled. Who brings it, how it is taken, and the slip for it; what it is for is the
// use case's own.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/columns.hpp"

#include <string>
#include <string_view>

namespace guitai {

// By phone, card or id; by nothing: the member of the ticket. Refuses member.not_found, and `needs_member` where
// there is none.
[[nodiscard]] Result<MemberProfile> customer_of(const Desk& desk, const std::string& phone_or_card,
                                                std::string_view needs_member);

struct CounterOffer {
    TenderKind tender{TenderKind::cash};
    Money amount{};
    Money given{}; // Zero: exactly the amount.
    std::string reference{};
};

// Only cash gives change. Refuses pay.bad_amount, pay.too_much, and `bad_tender` for what no drawer and no slip holds.
[[nodiscard]] Result<TenderTaken> take_at_counter(const CounterOffer& offer, std::string_view bad_tender);

struct CounterSlip {
    std::string_view title{};    // A word key.
    std::string number{};        // Also its barcode.
    std::string_view customer{}; // A word key: who brought it, or which card it is for …
    std::string whose{};         // … by name.
};

// The slip as far as the money: then comes what the use case says of it.
[[nodiscard]] Page begin_slip(const Desk& desk, const CounterSlip& slip);
void put_money(Page& page, const WordOf& words, const TenderTaken& taken);
[[nodiscard]] PrintJob end_slip(const Page& page, const CounterSlip& slip, const TenderTaken& taken);

} // namespace guitai
