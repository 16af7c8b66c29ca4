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

// All numbers of the person with number ?1, for statements: she may have been entered twice.
inline constexpr std::string_view same_person{
    "(SELECT ?1 UNION ALL SELECT member FROM members WHERE merged_into = ?1 AND merged_into <> '')"};

// By member id, phone or card, whichever it is. Two members may share a phone
// until somebody merges them: the one who joined first is given. Of somebody who was entered twice it is always the
// number that is kept.
[[nodiscard]] std::optional<MemberProfile> find_member(database::Connection& connection, std::string_view key);
// That number and no other, kept or not.
[[nodiscard]] std::optional<MemberProfile> profile_of(database::Connection& connection, const MemberId& member);
// What she bought, under whichever number.
[[nodiscard]] std::optional<MemberStory> member_story(database::Connection& connection, std::string_view key);
[[nodiscard]] bool is_member(database::Connection& connection, const MemberId& member);
// Those that are the same person as the number that is kept, and not kept themselves.
[[nodiscard]] std::vector<MemberId> merged_into(database::Connection& connection, const MemberId& kept);
// Who shares that purse, the oldest generation first; nobody where it is one person's alone.
[[nodiscard]] std::vector<MemberProfile> relatives_in(database::Connection& connection, const std::string& account);
// Whether another member has that purse, of a family or of her own.
[[nodiscard]] bool is_purse_of_other(database::Connection& connection, const std::string& account,
                                     const MemberId& but);
// Another member than `member` with that phone, or nobody; of those that are kept.
[[nodiscard]] std::optional<MemberId> other_with_phone(database::Connection& connection, const MemberId& member,
                                                       std::string_view phone);
// Whether that receipt or order has brought points before.
[[nodiscard]] bool has_points_for(database::Connection& connection, const MemberId& member, std::string_view subject);
[[nodiscard]] std::int64_t count_members(database::Connection& connection);

} // namespace guitai::office
