// What an event may say at all, judged without any books: who may write its
// kind, and whether its figures agree with themselves. An event at fault stays
// in the journal and is set apart; no projection counts it.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/result.hpp"

#include <optional>

namespace guitai::office {

// One event's answer to several cases: `std::visit(Cases{[](const A&) …, [](const auto&) …}, body)`.
template<typename... Case>
struct Cases : Case... {
    using Case::operator()...;
};
template<typename... Case>
Cases(Case...) -> Cases<Case...>;

// More points than one ticket can earn, whatever multiplies them.
inline constexpr std::int64_t points_max{100'000'000};

// Nothing for a sound event and for a kind from the future. Otherwise
// content.wrong_writer, content.wrong_sum, content.bad_date, content.bad_amount,
// content.too_long or content.missing_name, with the figures in the detail.
[[nodiscard]] std::optional<Refusal> fault_of(const Event& event);

} // namespace guitai::office
