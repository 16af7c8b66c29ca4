// What is kept of members beside their profiles: notes, consents, and the tiers of the chain.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/projections/projection.hpp"
#include "sync/points/tiers.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class MemberFiles final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"member_notes", "consents", "tier_rules", "corrections_waiting"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

// Those not dropped, the oldest first.
[[nodiscard]] std::vector<MemberNote> notes_of(database::Connection& connection, const MemberId& member);

struct KnownConsent {
    Consent consent;
    PlaceCode store; // Where she said it; empty: to the head office.
    StaffName staff;
};
// The answer that holds, of each purpose and channel that she was asked about.
[[nodiscard]] std::vector<KnownConsent> consents_of(database::Connection& connection, const MemberId& member);

// What was put right of a member who was not known then.
struct WaitingCorrection {
    TillNumber till{0};
    std::int64_t number{0};
    ProfilePart part{ProfilePart::name};
    std::string value;
};
[[nodiscard]] std::vector<WaitingCorrection> corrections_waiting(database::Connection& connection,
                                                                 const MemberId& member);

// How many members gave which answer to which wording.
struct ConsentCount {
    ConsentPurpose purpose{ConsentPurpose::offers};
    ConsentChannel channel{ConsentChannel::sms};
    ConsentAnswer answer{ConsentAnswer::none};
    std::string wording;
    std::int64_t members{0};
};
[[nodiscard]] std::vector<ConsentCount> consent_counts(database::Connection& connection);

// Without steps where the chain has none.
[[nodiscard]] TiersSet tiers_of(database::Connection& connection);
// As it is on `today`; nothing where the chain has no tiers.
[[nodiscard]] std::optional<TierStanding> standing_of(database::Connection& connection, const MemberProfile& profile,
                                                      std::string_view today);
// The name of the tier that holds then.
[[nodiscard]] std::string tier_in(const std::optional<TierStanding>& standing, const MemberProfile& profile);

// Calls `each` with every member who agreed twice, and not against it since, by joining day.
void for_each_agreed(database::Connection& connection, ConsentPurpose purpose, ConsentChannel channel,
                     const std::function<void(const MemberProfile&)>& each);

} // namespace guitai::office
