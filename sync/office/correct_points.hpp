// Points given or taken by hand, with a reason: a promise that is made good, a mistake that is undone. Nothing that was
// written before changes; it is one more event.
#pragma once

#include "sync/office/office.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai::office {

inline constexpr std::int64_t correction_max{1'000'000};
inline constexpr std::size_t correction_reason_bytes_max{200};
inline constexpr std::string_view correction_mark{"COR-"}; // How the subject of one begins.

struct PointsCorrection {
    MemberId member;
    std::int64_t points{0}; // Below zero: taken. What she has not got is owed.
    std::string reason;
    std::string once; // Of the form: as many points by the same one again are done already.
    StaffName staff;  // Who answers for it.
};

// Refuses member.not_found, correct.erased, correct.amount where it is 0 or beyond correction_max, and correct.reason
// where there is none or a longer one than fits.
[[nodiscard]] Result<void> correct_points(Office& office, const database::Transaction& open,
                                          const PointsCorrection& correction);

} // namespace guitai::office
