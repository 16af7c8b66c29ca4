#include "sync/events/consent.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t day_ms{24LL * 60 * 60 * 1'000};

Result<void> may_answer(ConsentAnswer before, ConsentAnswer answer)
{
    if (answer == ConsentAnswer::none) return refuse("consent.bad_answer");
    const bool agreed{before == ConsentAnswer::yes || before == ConsentAnswer::confirmed};
    const bool confirms{answer == ConsentAnswer::confirmed};
    const bool again{before == ConsentAnswer::confirmed ? answer != ConsentAnswer::no
                                                        : answer != ConsentAnswer::no && !confirms};
    if (agreed && again) return refuse("consent.given_already");
    if (confirms && before != ConsentAnswer::yes) return refuse("consent.yes_first");
    return {};
}

} // namespace

ConsentAnswer answer_today(const Consent& consent, std::int64_t now_ms)
{
    const bool lapsed{consent.answer == ConsentAnswer::yes && now_ms - consent.at_ms > consent_days * day_ms};
    return lapsed ? ConsentAnswer::asked : consent.answer;
}

Result<Consent> next_consent(std::span<const Consent> known, ConsentPurpose purpose, ConsentChannel channel,
                             ConsentAnswer answer, std::int64_t now_ms)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Consent& consent) {
        return consent.purpose == purpose && consent.channel == channel;
    });
    const bool asked{found != known.end()};
    const ConsentAnswer before{asked ? answer_today(*found, now_ms) : ConsentAnswer::none};
    if (auto may = may_answer(before, answer); !may) return refuse(may.error());
    if (before == answer) return *found;
    return Consent{purpose, channel, answer, std::string{consent_wording},
                   std::max(now_ms, asked ? found->at_ms + 1 : now_ms)};
}

} // namespace guitai
