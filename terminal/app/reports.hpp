// Reports as a screen draws them and as the printer prints them, from the same sums.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>
#include <vector>

namespace guitai {

// The shift that is open, as it stands now.
[[nodiscard]] ReportView x_report(const Desk& desk);
[[nodiscard]] ReportView shift_report(const Desk& desk, const ShiftClosed& closed);
[[nodiscard]] ReportView day_report(const Desk& desk, const DayClosed& closed);

// What is only on paper.
struct PaperExtras {
    std::string variance_reason{};
    StaffName approved_by{};
    std::vector<std::int64_t> shifts{};
    std::string chain_head{};
};

// Orders and parked tickets that are carried over are listed on a day's paper.
[[nodiscard]] std::string paper_of(const Desk& desk, const ReportView& view, const PaperExtras& extras);

} // namespace guitai
