// A head office with years in it: shops, goods, members, receipts, orders in every state, misses and people. The same
// for the same size, whenever it is made.
#pragma once

#include "sync/events/time.hpp"
#include "sync/office/office.hpp"

#include <cstdint>
#include <functional>

namespace guitai::bench {

struct OfficeSize {
    std::int64_t orders{50'000};
    std::int64_t members{5'000};
    std::int64_t styles{300};
    std::int64_t misses{5'000};
};

// Stands still until it is told: everything is dated by it.
class OfficeClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return at_ms; }
    std::int64_t at_ms{1'795'312'800'000}; // 2026-11-22 10:00 in China.
};

// The people who may sign in to its console, all with PIN 1357.
inline constexpr const char* office_person{"赵总"};
inline constexpr const char* privacy_person{"隐私专员"};
inline constexpr const char* bench_pin{"1357"};

// `told` hears orders done, now and then. At the end the clock stands at its first moment again.
void fill_office(office::Office& office, OfficeClock& clock, const OfficeSize& size,
                 const std::function<void(std::int64_t)>& told);

} // namespace guitai::bench
