// The shift: its reports and cash movements, the blind count, the variance, and
// the day report. What is expected is not on the screen before it was counted.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <array>
#include <string>

namespace guitai::ui {

inline constexpr std::array<std::int64_t, 8> denominations_fen{10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10};

enum class ShiftStep { home, count, variance, report };

struct ShiftMemory {
    ShiftStep step{ShiftStep::home};
    std::array<std::int64_t, denominations_fen.size()> counts{};
    std::size_t row{0};
    bool fresh_row{true}; // The first digit replaces what stands there.
    int reason{-1};
    bool closing{false};   // The shift's report is on its way.
    bool movement_open{false};
    bool movement_sent{false};  // The till has it; the next view says whether it took it.
    bool movement_asked{false}; // A second person was asked first.
    bool movement_refused{false};
    int movement{0};
    std::string movement_digits;
    int movement_reason{-1};
    bool service{false}; // The report's page of how customers were served.
    std::int64_t pending_at_close{0}; // To show how far the day's news has got.
};

// `sell`, `settings`, or `back`: the person goes home.
[[nodiscard]] Go draw_shift(Scene& scene, ShiftMemory& memory, Rect page);
void draw_count(Scene& scene, ShiftMemory& memory, Rect page);
void draw_variance(Scene& scene, ShiftMemory& memory, Rect page);
// True when it was left.
[[nodiscard]] Go draw_report(Scene& scene, ShiftMemory& memory, Rect page);
// The hours on a report's axis, `first` up to but not `end`; those from `known` on have yet to come on the report's day
// and are no zeros.
struct HoursShown {
    std::size_t first{9}, known{22}, end{22};
};
[[nodiscard]] HoursShown hours_shown(const ReportView& report, std::int64_t now_ms, std::int64_t utc_offset_minutes);
// Cash in and out, over any page, while `memory.movement_open`.
void draw_cash_movement(Scene& scene, ShiftMemory& memory);

// 1 点现金 › 2 看差额 › 3 打日报
void draw_steps(Scene& scene, Rect row, int current);
[[nodiscard]] Money counted_cash(const ShiftMemory& memory);
[[nodiscard]] std::vector<Denomination> counted_denominations(const ShiftMemory& memory);

} // namespace guitai::ui
