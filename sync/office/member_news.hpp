// What the head office makes of what tills say of members: the same for all the others, one profile, one answer.
#pragma once

#include "sync/office/office.hpp"

#include <vector>

namespace guitai::office {

// What people should look at: a member nobody knows, a phone that two have.
[[nodiscard]] std::vector<Refusal> concerns_about_members(database::Connection& connection, const Event& event);

// Nothing is sent to her any more, for no purpose and by no channel; how many consents that took back.
std::int64_t withdraw_consents(Office& office, const database::Transaction& open, const MemberId& member,
                               const StaffName& staff);

// She answers to the head office itself, on her own pages. Refuses as next_consent() does.
[[nodiscard]] Result<void> answer_consent(Office& office, const database::Transaction& open, const MemberId& member,
                                          const Consent& said);

void tell_members(Office& office, const database::Transaction& open, const Event& event);

} // namespace guitai::office
