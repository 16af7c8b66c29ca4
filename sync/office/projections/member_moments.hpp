// Where in the journal something of a member stands: her one time line (360°). Holds no word of her; what happened is
// read from the journal, so that what was taken out of it is in no line either.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class MemberMoments final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"member_moments"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct MemberMoment {
    std::int64_t at_ms{0};
    TillNumber origin{0};
    std::int64_t number{0};
    std::string kind; // Of the event.
};

// The newest first, under whichever of her numbers, each event once. `kinds` empty: of all.
[[nodiscard]] std::vector<MemberMoment> moments_of(database::Connection& connection, const MemberId& member,
                                                   const std::vector<std::string_view>& kinds, int limit,
                                                   std::int64_t skip = 0);
// How many of each kind, under whichever of her numbers.
[[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> moment_counts(database::Connection& connection,
                                                                              const MemberId& member);

} // namespace guitai::office
