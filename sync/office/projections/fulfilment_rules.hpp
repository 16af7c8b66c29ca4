// How the chain sends its orders: which places take part, and who is asked first.
#pragma once

#include "sync/events/fulfil_events.hpp"
#include "sync/office/projections/projection.hpp"

namespace guitai::office {

class FulfilmentRules final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"fulfilment_rules", "fulfilment_places"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// As they were set last; the defaults where nobody ever did.
[[nodiscard]] FulfilmentSet fulfilment_rules(database::Connection& connection);
// Of one place; the defaults where it was not named.
[[nodiscard]] PlaceTerms terms_of(const FulfilmentSet& rules, const PlaceCode& place);

} // namespace guitai::office
