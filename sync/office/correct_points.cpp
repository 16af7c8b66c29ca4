#include "sync/office/correct_points.hpp"

#include "sync/office/projections/benefits.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/together.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Result<void> check(const PointsCorrection& correction)
{
    const std::int64_t points{correction.points};
    if (points == 0 || points > correction_max || points < -correction_max) {
        return refuse("correct.amount", fmt::format("{} points: neither 0 nor beyond {}", points, correction_max));
    }
    if (is_blank(correction.reason) || correction.reason.size() > correction_reason_bytes_max) {
        return refuse("correct.reason", fmt::format("a reason of 1 to {} bytes", correction_reason_bytes_max));
    }
    return {};
}

} // namespace

Result<void> correct_points(Office& office, const database::Transaction& open, const PointsCorrection& correction)
{
    if (auto sound = check(correction); !sound) return sound;
    const auto profile = find_member(office.connection(), correction.member.text);
    if (!profile) return refuse("member.not_found", correction.member.text);
    const MemberId& member{profile->member};
    if (is_erased(office.connection(), member)) return refuse("correct.erased", member.text);
    // Who went back and wrote another number into the same form means it.
    const std::string subject{fmt::format("{}{}/{}", correction_mark, correction.once, correction.points)};
    if (find_gift(office.connection(), member, subject)) return {};

    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    const std::string until{date_plus_months(today, benefits_of(office.connection()).points_months)};
    office.say(open,
               PointsPosted{member, correction.points, until, PointsReason::gift, subject, office_origin, 0, {}, today,
                            correction.reason},
               correction.staff.text);
    tell_shares(office, open, {member}, {}, subject); // It may pay what others of her purse owe.
    return {};
}

} // namespace guitai::office
