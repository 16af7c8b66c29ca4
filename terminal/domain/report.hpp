// The X, shift and Z report as lines of text for the printer. Prints what it is
// given; the sums are those of domain/shift.hpp.
#pragma once

#include "sync/events/miss_events.hpp"
#include "sync/events/order_events.hpp"
#include "sync/events/shift_events.hpp"
#include "sync/events/talk_events.hpp"
#include "terminal/domain/columns.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

enum class ReportKind { x, shift, day };

struct Report {
    ReportKind kind{ReportKind::x};
    std::int64_t number{0}; // Z of a day, else the shift's.
    std::string shop_name{};
    std::string till{};
    bool test{false};
    std::string business_date{};
    std::string printed_at{};
    std::string staff{};
    Takings takings{};
    Money float_amount{};
    Money expected_cash{};
    Money counted_cash{};
    Money variance{};
    std::string variance_reason{};
    std::string approved_by{};
    struct MissCause {
        MissReason reason{MissReason::size};
        std::int64_t misses{0};
        std::int64_t rescued{0};
    };
    std::vector<MissCause> misses{};
    std::array<std::int64_t, Words<Feeling>::all.size()> feelings{}; // By Feeling.
    std::array<std::int64_t, talk_steps> funnel{}; // Talks that came so far; the first is all of them.
    std::int64_t served{0}; // Tickets of which it is known how long they took …
    std::int64_t serving_ms{0}; // … all together.
    std::int64_t member_sales{0};
    std::int64_t member_taps{0};
    std::int64_t complaints_due{0};  // Promises to members who complained, due before the day ends …
    std::int64_t complaints_late{0}; // … and those of them whose time is over.
    std::vector<std::int64_t> shifts{};     // In a day.
    std::vector<std::string> open_orders{}; // Carried over from a day.
    std::vector<std::string> parked{};
    std::string chain_head{};               // Of a day.
};

// Lines of at most `columns`. Words are asked for by the keys paper.*, tender.*, miss.*, feeling.* and
// talk.*.
[[nodiscard]] std::string report_text(const Report& report, std::size_t columns, const WordOf& words);

} // namespace guitai
