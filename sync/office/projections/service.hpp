// How the customers of every shop were served: what they felt, how far the talks
// came, and what it cost them in time and trouble.
#pragma once

#include "sync/events/talk_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Service final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"feelings", "talks", "service_days"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct ServiceFigures {
    std::array<std::int64_t, Words<Feeling>::all.size()> feelings{}; // By Feeling.
    std::array<std::int64_t, talk_steps> funnel{}; // Talks that came at least so far; the first bar is all of them.
    std::int64_t served{0}; // Tickets of which it is known how long they took …
    std::int64_t serving_ms{0};
    std::int64_t member_sales{0}; // Of known members, with taps counted …
    std::int64_t member_taps{0};
};

// Zeros for a day on which nothing was heard from the store.
[[nodiscard]] ServiceFigures service_on(database::Connection& connection, const PlaceCode& store,
                                        std::string_view date);

} // namespace guitai::office
