// What customers buy together, counted receipt by receipt, and the pairings that
// are strong enough to tell the tills.
#pragma once

#include "sync/events/advice_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <vector>

namespace guitai::office {

class Baskets final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"basket_totals", "basket_styles", "basket_pairs"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// From where on a pairing is more than chance and worth a clerk's word.
struct PairingLimits {
    std::int64_t together_min{3};
    std::int64_t support_ppm_min{1'000};      // Of all receipts, hold both.
    std::int64_t confidence_100k_min{5'000};  // Of the left one's receipts, hold the right one too.
    std::size_t pairings_max{5'000};          // The most frequent ones.
};

struct Pairings {
    std::int64_t receipts{0}; // With goods on them.
    std::string found_on;     // ISO date of the ones that the tills have; empty: they have none.
    std::vector<Pairing> pairings; // Both ways round where both are strong; all with a lift above one.
};

[[nodiscard]] Pairings find_pairings(database::Connection& connection, const PairingLimits& limits = {});

} // namespace guitai::office
