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

// Both ways round where both are strong; all with a lift above one, the most frequent first.
[[nodiscard]] std::vector<Pairing> find_pairings(database::Connection& connection, const PairingLimits& limits = {});

struct BasketTotals {
    std::int64_t receipts{0}; // With goods on them.
    std::string found_on{};   // ISO date of the pairings that the tills have; empty: they have none.
};
[[nodiscard]] BasketTotals basket_totals(database::Connection& connection);

} // namespace guitai::office
