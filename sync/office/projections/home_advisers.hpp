// Who serves a member: she is to meet the same person again.
#pragma once

#include "sync/office/projections/projection.hpp"

namespace guitai::office {

class HomeAdvisers final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"member_advisers"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct HomeAdviser {
    StaffName staff; // Empty: nobody served her yet.
    std::int64_t served{0}; // Visits by that one, …
    std::int64_t visits{0}; // … of all.

    // In tenths of a percent, rounded half up: 667 of two visits in three. 0 without a visit.
    [[nodiscard]] std::int64_t share_permille() const
    {
        return visits == 0 ? 0 : (2'000 * served + visits) / (2 * visits);
    }
};

// Under all her numbers. Of two who served her as often, the one who did last.
[[nodiscard]] HomeAdviser home_adviser_of(database::Connection& connection, const MemberId& member);

} // namespace guitai::office
