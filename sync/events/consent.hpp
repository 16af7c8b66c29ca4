// What may be said of a consent and what holds of it, at a counter, at her own screen and at the head office alike.
#pragma once

#include "sync/events/member_file_events.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace guitai {

// The version of the words in which a consent is asked; it changes with them.
inline constexpr std::string_view consent_wording{"2026-11"};
// A yes that is not said again within so many days counts as never said.
inline constexpr std::int64_t consent_days{30};

// What holds at `now_ms` of a consent: a yes that was never confirmed lapses.
[[nodiscard]] ConsentAnswer answer_today(const Consent& consent, std::int64_t now_ms);

// What `answer` makes of what she said before. `known` are the consents of one member, in any order. Never dated before
// what it answers, whatever the clocks say. Said once, she is asked again; said no, she may say yes; only a yes that
// still holds can be confirmed. Refuses consent.bad_answer, consent.given_already and consent.yes_first; her answer of
// before comes back where it says the same.
[[nodiscard]] Result<Consent> next_consent(std::span<const Consent> known, ConsentPurpose purpose,
                                           ConsentChannel channel, ConsentAnswer answer, std::int64_t now_ms);

} // namespace guitai
