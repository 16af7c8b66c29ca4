// Codes by telephone (电话授权): the key that each till shares with the head office,
// and the answer to a request that somebody at a till reads out.
#pragma once

#include "sync/events/phone_code.hpp"
#include "sync/events/result.hpp"
#include "sync/events/staff_events.hpp"
#include "sync/office/office.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

// Tells that till its key, sealed for it alone, unless it was told before.
void share_phone_key(Office& office, const database::Transaction& open, TillNumber till);

// The signature that only this office and that till can make; nothing where there is no such till, or no key yet.
[[nodiscard]] std::optional<PhoneMac> signed_for_till(Office& office, TillNumber till, std::string_view text);

// What was said on the telephone.
struct PhoneCall {
    TillNumber till{0};
    std::string request; // As the till shows it; spaces do not matter.
    std::string action;
    std::int64_t ticket{0};
    Money amount;
    std::string reason;
};

// Who answers.
struct PhonePerson {
    StaffName name;
    Role role{Role::clerk};
    PlaceCode store; // Only for its tills; empty: for all.
};

// Whether such a person may answer at all; the rules of a shop may take it away again.
[[nodiscard]] bool may_answer_phone(Role role);

// The code that allows it, written down with who gave it and why. Refuses phone.no_right, phone.unknown_till,
// phone.no_key (the till has none yet), phone.needs_reason and phone.does_not_fit (that till did not ask for this).
[[nodiscard]] Result<std::string> answer_call(Office& office, const database::Transaction& open,
                                              const PhoneCall& call, const PhonePerson& person);

} // namespace guitai::office
