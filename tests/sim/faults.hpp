// What can be made to go wrong on purpose. Trouble is what a good program must
// live through; a Lie is a program that is not good, planted so that the oracles
// are seen to find it.
#pragma once

#include <cstdint>

namespace guitai::sim {

// Chances in percent, of a request, a step or a moment.
struct Trouble {
    std::int64_t request_lost{5};
    std::int64_t answer_lost{5};
    std::int64_t request_doubled{5};
    std::int64_t request_late{5};   // It arrives after later ones.
    std::int64_t cut_off{3};        // A till loses its line, for minutes or for the day.
    std::int64_t clock_jump{1};
    std::int64_t till_power_cut{3};
    std::int64_t till_killed{2};
    std::int64_t till_disk_fault{2};
    std::int64_t office_power_cut{2};
    std::int64_t till_closed{2};     // In order, and opened again.
    std::int64_t office_put_back{0}; // To a copy of the same day: a backup is made, and later it is all there is.
    std::int64_t terminal_deaf{15};  // The payment terminal is not reached …
    std::int64_t terminal_dumb{15};  // … or does what it is asked, and its answer is lost …
    std::int64_t terminal_twice{10}; // … or comes twice …
    std::int64_t terminal_late{30};  // … or after all, when nobody waits for it any more.
};

// A day on which nothing goes wrong.
[[nodiscard]] constexpr Trouble no_trouble() { return {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }

enum class Lie {
    none,
    wire_swallows,           // Says to a till that all was taken in, and drops it.
    office_answers_too_soon, // Answers, and then now and then does not commit.
    office_sleeps_on_commit, // Commits without waiting for the disk.
    till_sleeps_on_commit,   // The same at a till.
    till_counts_echo,        // Counts the news of what it did itself a second time.
    till_forgets_news,       // Moves its cursor past news it did not fold.
    till_forgets_returns,    // Would take the same piece back again.
    till_asks_anew,          // Asks the payment terminal with a fresh key after silence.
    office_takes_twice,      // Folds every sale into its takings a second time.
    office_promises_anything, // Accepts what nobody has.
    office_reclaims,          // Takes points that are out at tills back by its clock, and lends them again.
    office_lends_at_once,     // Put back to an older copy, it lends before the tills have shown what they hold.
    till_spends_what_it_shows // Pays with the points on its screen and asks nobody.
};

} // namespace guitai::sim
