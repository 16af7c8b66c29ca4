// The members: who they are, what they bought, which points they hold. A profile
// here is only what its events say; the lists that need a catalogue beside it
// (favourite category, sizes) are joined when somebody looks.
#pragma once

#include "sync/events/member_events.hpp"
#include "sync/office/projections/projection.hpp"
#include "sync/points/points.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Members final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"members", "member_visits", "member_purchases"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

class PointsLedger final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"points_posts"}; }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct MemberStory {
    MemberProfile profile;
    std::int64_t visits{0};
    std::int64_t spend_minor{0};
    std::int64_t pieces_milli{0};
    std::string last_visit_on; // ISO date; empty: never bought.
    PlaceCode last_store;
    std::string favourite_category; // Of most pieces; empty where nothing is known.
    std::vector<std::string> sizes; // Bought, the most often first; at most sizes_max.
    std::vector<Lot> lots;          // Summed by date of expiry, the oldest first.
    static constexpr int sizes_max{5};
};

// By member id, phone or card, whichever it is. Two members may share a phone
// until somebody merges them: the one who joined first is given.
[[nodiscard]] std::optional<MemberProfile> find_member(database::Connection& connection, std::string_view key);
[[nodiscard]] std::optional<MemberStory> member_story(database::Connection& connection, std::string_view key);
[[nodiscard]] bool is_member(database::Connection& connection, const MemberId& member);
// Another member than `member` with that phone, or nobody.
[[nodiscard]] std::optional<MemberId> other_with_phone(database::Connection& connection, const MemberId& member,
                                                       std::string_view phone);
// Whether that receipt or order has brought points before.
[[nodiscard]] bool has_points_for(database::Connection& connection, const MemberId& member, std::string_view subject);
[[nodiscard]] std::int64_t count_members(database::Connection& connection);

} // namespace guitai::office
